import type { ComponentProps } from 'react';
import { Field } from './field.tsx';
import './paper-code-field.css';

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
