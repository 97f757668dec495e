import { type ReactNode, useState } from 'react';
import { useWords } from '../../locales/words.tsx';
import { AnswerForm } from '../../ui/answer-form.tsx';
import { Field } from '../../ui/field.tsx';
import type { AnswerProblem } from '../factor.ts';
import { readableNumber } from './number-words.ts';
import './number-form.css';

interface NumberFormProps {
	/** The one that a code was sent to before, E.164; null before there is one. */
	readonly number: string | null;
	readonly mainlandOnly: boolean;
	readonly busy: boolean;
	/** What is wrong with the number that was sent. */
	readonly problem: AnswerProblem | undefined;
	/** Gets the number as typed; the server alone knows what is one. */
	readonly onNumber: (number: string) => void;
	/** The way back, beside the button. */
	readonly back: ReactNode;
}

export const NumberForm = ({ number, mainlandOnly, busy, problem, onNumber, back }: NumberFormProps) => {
	const { t } = useWords();
	const mainland = t('factors.sms.number.country');
	const [typed, setTyped] = useState(() => {
		const before = number === null ? '' : readableNumber(number);
		return mainlandOnly && before.startsWith(mainland) ? before.slice(mainland.length).trim() : before;
	});
	// Who writes a code themselves means that one.
	const country = mainlandOnly && !typed.trimStart().startsWith('+') ? mainland : undefined;
	const [empty, setEmpty] = useState<object>();
	const missing = empty && { text: t('forms.phoneNumber.empty'), cause: empty };
	return (
		<AnswerForm
			action={t('factors.sms.number.send')}
			busy={busy}
			onSend={() => {
				const isEmpty = typed.trim() === '';
				setEmpty(isEmpty ? {} : undefined);
				if (!isEmpty) onNumber(typed);
			}}
			back={back}
		>
			<div className={country === undefined ? undefined : 'phone-field'}>
				<Field
					label={t('factors.sms.number.label')}
					hint={t(mainlandOnly ? 'factors.sms.number.hint' : 'factors.sms.number.hintAny')}
					name="tel"
					type="text"
					inputMode="tel"
					autoComplete={mainlandOnly ? 'tel-national' : 'tel'}
					maxLength={64}
					value={typed}
					onValue={setTyped}
					problem={missing ?? problem}
				/>
				{country !== undefined && <span aria-hidden="true">{country}</span>}
			</div>
		</AnswerForm>
	);
};
