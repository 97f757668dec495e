import { isPaperCode, normalisePaperCode, paperCodeLength } from '@mailward/shared/factors/recovery.ts';
import { type ComponentProps, useState } from 'react';
import { Field } from './field.tsx';
import './paper-code-field.css';

type Malformed = 'empty' | 'form' | 'look-alikes';

/** What is wrong with the form of a normalised code, or `undefined`. */
const problemIn = (code: string): Malformed | undefined => {
	if (code === '') return 'empty';
	if (isPaperCode(code)) return undefined;
	// Of the right length, so what is wrong is a letter that was read for another.
	return code.length === paperCodeLength && /[ilo01]/.test(code) ? 'look-alikes' : 'form';
};

/**
 * What stands in the field, and what is wrong with its form, which is told without spending a try.
 *
 * @param onCode gets a code that can be one, in its normal form.
 */
export const usePaperCode = (onCode: (code: string) => void) => {
	const [typed, setTyped] = useState('');
	const [malformed, setMalformed] = useState<{ readonly why: Malformed }>();
	const send = () => {
		const code = normalisePaperCode(typed);
		const why = problemIn(code);
		setMalformed(why && { why });
		if (why === undefined) onCode(code);
	};
	return {
		typed,
		setTyped,
		/** A new object for each attempt. */
		malformed,
		send,
	};
};

/** One code that is read from paper: letters and digits, in one field. No browser keeps or corrects it. */
export const PaperCodeField = (
	props: Pick<ComponentProps<typeof Field>, 'label' | 'hint' | 'value' | 'onValue' | 'problem'>,
) => (
	<div className="paper-code">
		<Field
			{...props}
			name="code"
			type="text"
			inputMode="text"
			autoComplete="off"
			autoCapitalize="none"
			autoCorrect="off"
			spellCheck={false}
		/>
	</div>
);
