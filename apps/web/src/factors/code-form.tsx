import { codeProblem, normaliseCode } from '@mailward/shared/factors/code.ts';
import { type ReactNode, useState } from 'react';
import { useWords } from '../locales/words.tsx';
import { AnswerForm } from '../ui/answer-form.tsx';
import { CodeField } from '../ui/code-field.tsx';
import type { AnswerProblem } from './factor.ts';

interface CodeFormProps {
	/** Where the digits are to be found. */
	readonly label: string;
	readonly hint: string;
	/** What is said to somebody who entered nothing. */
	readonly missing: string;
	readonly digits: number;
	/** With each new value the field takes the focus. */
	readonly focusFor?: string | undefined;
	readonly onCode: (code: string) => void;
	readonly busy: boolean;
	readonly problem: AnswerProblem | undefined;
	/** What the button says. */
	readonly action: string;
	/** What else the form asks for, between the code and the button. */
	readonly children?: ReactNode;
	/** What else can be done, below the button. */
	readonly below?: ReactNode;
	/** The way back, where the form is a step. */
	readonly back?: ReactNode;
}

interface Malformed {
	readonly reason: NonNullable<ReturnType<typeof codeProblem>>;
}

/** A code of digits and one button. What is wrong with the form of a code is told without asking the server. */
export const CodeForm = (props: CodeFormProps) => {
	const { label, hint, missing, digits, focusFor, onCode, busy, problem, action, children, below, back } = props;
	const { t } = useWords();
	const [code, setCode] = useState('');
	const [malformed, setMalformed] = useState<Malformed>();

	const send = () => {
		const reason = codeProblem(code, digits);
		setMalformed(reason && { reason });
		if (reason === undefined) onCode(code);
	};
	const why = ({ reason }: Malformed): string => (reason === 'empty' ? missing : t(`forms.code.${reason}`));

	return (
		<AnswerForm action={action} busy={busy} onSend={send} below={below} back={back}>
			<CodeField
				label={label}
				hint={hint}
				digits={digits}
				focusFor={focusFor}
				value={code}
				onValue={setCode}
				normalise={normaliseCode}
				problem={malformed ? { text: why(malformed), cause: malformed, wrong: true } : problem}
			/>
			{children}
		</AnswerForm>
	);
};
