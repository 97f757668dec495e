import { codeProblem, normaliseCode } from '@mailward/shared/factors/code.ts';
import { scanNumberDigits } from '@mailward/shared/factors/scan.ts';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../locales/words.tsx';
import { AnswerForm } from '../../ui/answer-form.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import type { AnswerProblem } from '../factor.ts';

/** The number that the phone shows which has confirmed: whoever types it has that phone before them. */
export const NumberForm = (props: {
	onNumber: (number: string) => void;
	busy: boolean;
	problem: AnswerProblem | undefined;
	below: ReactNode;
}) => {
	const { onNumber, busy, problem, below } = props;
	const { t } = useWords();
	const [number, setNumber] = useState('');
	const [missing, setMissing] = useState<object>();
	const send = () => {
		const malformed = codeProblem(number, scanNumberDigits) !== undefined;
		setMissing(malformed ? {} : undefined);
		if (!malformed) onNumber(number);
	};
	return (
		<AnswerForm action={t('factors.scan.finish')} busy={busy} onSend={send} below={below}>
			<CodeField
				label={t('factors.scan.number.label')}
				hint={t('factors.scan.number.hint')}
				digits={scanNumberDigits}
				value={number}
				onValue={setNumber}
				normalise={normaliseCode}
				problem={missing ? { text: t('factors.scan.number.missing'), cause: missing, wrong: true } : problem}
			/>
		</AnswerForm>
	);
};
