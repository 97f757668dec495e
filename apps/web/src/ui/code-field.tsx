import { type ChangeEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type FieldFault, FieldProblem } from './field.tsx';
import { isStrayDigit } from './stray-digit.ts';
import './code-field.css';

interface CodeFieldProps {
	readonly label: string;
	readonly hint: string;
	readonly digits: number;
	readonly value: string;
	readonly onValue: (value: string) => void;
	/** The rule by which what is typed or pasted becomes a code. */
	readonly normalise: (typed: string) => string;
	/** `wrong` marks the code itself; other problems leave it unmarked. */
	readonly problem?: (FieldFault & { readonly wrong: boolean }) | undefined;
	readonly disabled?: boolean;
	/** With each new value it takes the focus: a code is on its way. */
	readonly focusFor?: string | undefined;
}

/**
 * When a step has changed, its heading has the focus. Whoever types the code right away has it in the field all the same:
 * a digit that belongs to no field goes there.
 */
const useStrayDigits = (input: RefObject<HTMLInputElement | null>): void => {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			// The character comes after the key, to whatever has the focus by then.
			if (isStrayDigit(event, document.activeElement)) input.current?.focus();
		};
		document.addEventListener('keydown', onKey);
		return () => document.removeEventListener('keydown', onKey);
	}, [input]);
};

/**
 * One real input over drawn boxes: paste, keyboards, screen readers and one-time-code autofill work as in any text field.
 * Nothing is cut off and nothing is sent by itself.
 */
export const CodeField = ({
	label,
	hint,
	digits,
	value,
	onValue,
	normalise,
	problem,
	disabled = false,
	focusFor,
}: CodeFieldProps) => {
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	useStrayDigits(input);
	// While a character is being composed (full-width digits in a Chinese keyboard), the text belongs to the keyboard.
	const [composing, setComposing] = useState<string>();

	const wrong = problem?.wrong === true;
	const cause = problem?.cause;
	useEffect(() => {
		if (!cause) return;
		input.current?.focus();
		if (wrong) input.current?.select();
	}, [cause, wrong]);

	useEffect(() => {
		if (focusFor === undefined) return;
		input.current?.focus();
		input.current?.select();
	}, [focusFor]);

	const change = (event: ChangeEvent<HTMLInputElement>) => {
		const typed = event.target.value;
		if (event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing) setComposing(typed);
		else onValue(normalise(typed));
	};
	const shown = composing ?? value;
	const length = [...shown].length;
	const slots = Array.from({ length: digits }, (_, index) => index);

	return (
		<div>
			<label className="field-label" htmlFor={id}>
				{label}
			</label>
			<div className={['code-field', wrong && 'wrong', length > digits && 'long'].filter(Boolean).join(' ')}>
				<div className="boxes">
					<div className="slots" aria-hidden="true">
						{slots.map((slot) => (
							<i key={slot} className={slot < length ? 'filled' : slot === length ? 'next' : undefined} />
						))}
					</div>
					<input
						ref={input}
						id={id}
						type="text"
						name="code"
						inputMode="numeric"
						autoComplete="one-time-code"
						autoCapitalize="none"
						autoCorrect="off"
						spellCheck={false}
						disabled={disabled}
						value={shown}
						onChange={change}
						onCompositionEnd={(event) => {
							setComposing(undefined);
							onValue(normalise(event.currentTarget.value));
						}}
						aria-invalid={wrong || undefined}
						aria-describedby={problem ? `${id}problem ${id}hint` : `${id}hint`}
					/>
				</div>
			</div>
			{problem && <FieldProblem id={`${id}problem`} text={problem.text} />}
			<p className="field-hint" id={`${id}hint`}>
				{hint}
			</p>
		</div>
	);
};
