import { type ComponentProps, useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Sign } from './sign.tsx';
import './field.css';

/** What is wrong with a field. `cause` is a new object for each attempt: with it the field gets the focus again. */
export interface FieldFault {
	readonly text: string;
	readonly cause: object;
}

/** What is wrong, told at once to those who listen. */
export const FieldProblem = ({ id, text }: { id: string; text: string }) => (
	<p className="field-problem" id={id} role="alert">
		<Sign name="warning" small />
		<span>{text}</span>
	</p>
);

interface FieldProps extends Omit<ComponentProps<'input'>, 'className' | 'id' | 'onChange' | 'value' | 'ref'> {
	readonly label: string;
	readonly value: string;
	readonly onValue: (value: string) => void;
	readonly hint?: string | undefined;
	readonly problem?: FieldFault | undefined;
}

const useField = ({ hint, problem }: Pick<FieldProps, 'hint' | 'problem'>) => {
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	const cause = problem?.cause;
	useEffect(() => {
		if (cause) input.current?.focus();
	}, [cause]);
	const described = [problem && `${id}problem`, hint !== undefined && `${id}hint`].filter(Boolean).join(' ');
	return {
		id,
		input,
		describing: { 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined },
	};
};

export const Field = ({ label, value, onValue, hint, problem, ...rest }: FieldProps) => {
	const { id, input, describing } = useField({ hint, problem });
	return (
		<div>
			<label className="field-label" htmlFor={id}>
				{label}
			</label>
			<input
				{...rest}
				{...describing}
				ref={input}
				id={id}
				className="field-input"
				value={value}
				onChange={(event) => onValue(event.target.value)}
			/>
			{problem && <FieldProblem id={`${id}problem`} text={problem.text} />}
			{hint !== undefined && (
				<p className="field-hint" id={`${id}hint`}>
					{hint}
				</p>
			)}
		</div>
	);
};

interface PasswordFieldProps extends Omit<FieldProps, 'type' | 'hint'> {
	readonly show: string;
	readonly hide: string;
}

/** A web password: can be shown, pasted and filled in by a password manager. Never for codes. */
export const PasswordField = ({ label, value, onValue, problem, show, hide, ...rest }: PasswordFieldProps) => {
	const { id, input, describing } = useField({ hint: undefined, problem });
	const [shown, setShown] = useState(false);
	return (
		<div>
			<label className="field-label" htmlFor={id}>
				{label}
			</label>
			<div className="field-with">
				<input
					{...rest}
					{...describing}
					ref={input}
					id={id}
					type={shown ? 'text' : 'password'}
					className="field-input"
					spellCheck={false}
					autoCapitalize="none"
					value={value}
					onChange={(event) => onValue(event.target.value)}
				/>
				<Button manner="quiet" aria-controls={id} aria-pressed={shown} onClick={() => setShown(!shown)}>
					{shown ? hide : show}
				</Button>
			</div>
			{problem && <FieldProblem id={`${id}problem`} text={problem.text} />}
		</div>
	);
};
