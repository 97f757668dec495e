import { isPaperCode, normalisePaperCode, paperCodeLength } from '@mailward/shared/factors/recovery.ts';
import { type ReactNode, useState } from 'react';
import { AnswerForm } from './answer-form.tsx';
import { Field, type FieldFault } from './field.tsx';
import './paper-code-form.css';

type Malformed = 'empty' | 'form' | 'look-alikes';

/** What is wrong with the form of a normalised code, or `undefined`. */
const problemIn = (code: string): Malformed | undefined => {
	if (code === '') return 'empty';
	if (isPaperCode(code)) return undefined;
	// Of the right length, so what is wrong is a letter that was read for another.
	return code.length === paperCodeLength && /[ilo01]/.test(code) ? 'look-alikes' : 'form';
};

interface PaperCodeFormProps {
	readonly label: string;
	readonly hint: string;
	/** The sentence for what is wrong with the form of a code. */
	readonly sayMalformed: (why: Malformed) => string;
	/** Gets a code that can be one, in its normal form. */
	readonly onCode: (code: string) => void;
	readonly busy: boolean;
	/** What came of the last code; `wrong` where the code itself was at fault, `waits` where the next try has to wait. */
	readonly problem: (FieldFault & { readonly wrong: boolean; readonly waits?: boolean }) | undefined;
	/** What the button says. */
	readonly action: string;
	/** What else can be done, below the button. */
	readonly below?: ReactNode;
}

/**
 * One code that is read from paper, letters and digits in one field, and one button. What is wrong with its form is told
 * without spending a try. No browser keeps or corrects it.
 */
export const PaperCodeForm = (props: PaperCodeFormProps) => {
	const { label, hint, sayMalformed, onCode, busy, problem, action, below } = props;
	const [typed, setTyped] = useState('');
	// A new object for each attempt: the same fault twice is told twice.
	const [malformed, setMalformed] = useState<{ readonly why: Malformed }>();
	const send = () => {
		const code = normalisePaperCode(typed);
		const why = problemIn(code);
		setMalformed(why && { why });
		if (why === undefined) onCode(code);
	};
	const wrong = problem?.wrong ? problem : undefined;
	return (
		<AnswerForm
			action={action}
			busy={busy}
			onSend={send}
			problem={malformed || wrong ? undefined : problem?.text}
			waits={problem?.waits}
			below={below}
		>
			<div className="paper-code">
				<Field
					label={label}
					hint={hint}
					value={typed}
					onValue={setTyped}
					problem={malformed ? { text: sayMalformed(malformed.why), cause: malformed } : wrong}
					name="code"
					type="text"
					inputMode="text"
					autoComplete="off"
					autoCapitalize="none"
					autoCorrect="off"
					spellCheck={false}
				/>
			</div>
		</AnswerForm>
	);
};
