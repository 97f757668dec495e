import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { PaperCodeField, usePaperCode } from '../../ui/paper-code-field.tsx';
import type { ChallengeProps } from '../factor.ts';

/** One of the codes that were saved. What is wrong with its form is told without spending a try. */
export const Challenge = ({ submit, busy, problem }: ChallengeProps<'recovery'>) => {
	const { t } = useWords();
	const { typed, setTyped, malformed, send } = usePaperCode((code) => submit({ code }));
	const fault = malformed
		? { text: t(`forms.paperCode.${malformed.why}`), cause: malformed }
		: problem?.wrong
			? problem
			: undefined;
	return (
		<form
			className="stack"
			method="post"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				if (!busy) send();
			}}
		>
			{problem && !problem.wrong && !malformed && (
				<Note tone="error">
					<p>{problem.text}</p>
				</Note>
			)}
			<PaperCodeField
				label={t('factors.recovery.challenge.label')}
				hint={t('factors.recovery.challenge.hint')}
				value={typed}
				onValue={setTyped}
				problem={fault}
			/>
			<Button type="submit" manner="go" wide busy={busy}>
				{t('factors.recovery.challenge.submit')}
			</Button>
		</form>
	);
};
