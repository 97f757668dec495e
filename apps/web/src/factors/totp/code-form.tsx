import { codeProblem, normaliseCode } from '@mailward/shared/factors/code.ts';
import { totpDigits } from '@mailward/shared/factors/totp.ts';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import type { AnswerProblem } from '../factor.ts';

interface CodeFormProps {
	readonly onCode: (code: string) => void;
	readonly busy: boolean;
	readonly problem: AnswerProblem | undefined;
	/** What the button says. */
	readonly action: string;
	/** What else the form asks for, below the code. */
	readonly children?: ReactNode;
}

interface Malformed {
	readonly reason: NonNullable<ReturnType<typeof codeProblem>>;
}

/** Six digits and one button. What is wrong with the form of a code is told without asking the server. */
export const CodeForm = ({ onCode, busy, problem, action, children }: CodeFormProps) => {
	const { t } = useWords();
	const [code, setCode] = useState('');
	const [malformed, setMalformed] = useState<Malformed>();

	const send = () => {
		const reason = codeProblem(code, totpDigits);
		setMalformed(reason && { reason });
		if (reason === undefined) onCode(code);
	};

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
			<CodeField
				label={t('factors.totp.challenge.label')}
				hint={t('factors.totp.challenge.hint')}
				digits={totpDigits}
				value={code}
				onValue={setCode}
				normalise={normaliseCode}
				problem={malformed ? { text: t(`forms.code.${malformed.reason}`), cause: malformed, wrong: true } : problem}
			/>
			{children}
			<Button type="submit" manner="go" wide busy={busy}>
				{action}
			</Button>
		</form>
	);
};
