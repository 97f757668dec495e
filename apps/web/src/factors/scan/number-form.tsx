import { codeProblem, normaliseCode } from '@mailward/shared/factors/code.ts';
import { scanNumberDigits } from '@mailward/shared/factors/scan.ts';
import { useState } from 'react';
import { useWords } from '../../locales/words.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import type { AnswerProblem } from '../factor.ts';

/**
 * The number that the phone shows which has confirmed: whoever types it has that phone before them. What sends it stands
 * elsewhere on the page and names this form by its `id`.
 */
export const NumberForm = (props: {
	id: string;
	onNumber: (number: string) => void;
	busy: boolean;
	problem: AnswerProblem | undefined;
}) => {
	const { id, onNumber, busy, problem } = props;
	const { t } = useWords();
	const [number, setNumber] = useState('');
	const [missing, setMissing] = useState<object>();
	const send = () => {
		const malformed = codeProblem(number, scanNumberDigits) !== undefined;
		setMissing(malformed ? {} : undefined);
		if (!malformed) onNumber(number);
	};
	return (
		<form
			id={id}
			method="post"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				if (!busy) send();
			}}
		>
			<CodeField
				label={t('factors.scan.number.label')}
				hint={t('factors.scan.number.hint')}
				digits={scanNumberDigits}
				value={number}
				onValue={setNumber}
				normalise={normaliseCode}
				problem={missing ? { text: t('factors.scan.number.missing'), cause: missing, wrong: true } : problem}
			/>
		</form>
	);
};
