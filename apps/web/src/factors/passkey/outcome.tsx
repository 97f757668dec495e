import { useWords } from '../../locales/words.tsx';
import { Note } from '../../ui/note.tsx';
import type { AnswerProblem } from '../factor.ts';
import type { CeremonyEnd } from './ceremony-end.ts';

interface OutcomeProps {
	readonly end: { readonly why: Exclude<CeremonyEnd, 'withdrawn'> } | undefined;
	readonly problem: AnswerProblem | undefined;
}

/** Changing one's mind is no error; it has cost nothing, and says so. */
const calm: ReadonlySet<string> = new Set(['cancelled', 'late']);

/** What came of the last ceremony: the server's word on it, or why there was nothing to send. */
export const Outcome = ({ end, problem }: OutcomeProps) => {
	const { t } = useWords();
	if (end) {
		return (
			<Note tone={calm.has(end.why) ? 'plain' : 'error'}>
				<p>{t(`factors.passkey.ended.${end.why}`)}</p>
			</Note>
		);
	}
	return (
		problem && (
			<Note tone="error">
				<p>{problem.text}</p>
			</Note>
		)
	);
};
