import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import { useEffect, useId, useRef } from 'react';
import { useWords } from '../locales/words.tsx';
import { type FieldFault, FieldProblem } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { withProtocol } from './wishes.ts';
import './scope-fields.css';

interface ScopeFieldsProps {
	readonly protocols: readonly MailProtocol[];
	readonly onProtocols: (protocols: readonly MailProtocol[]) => void;
	readonly fault: FieldFault | undefined;
	/** Chosen for its person, who has not done so yet. */
	readonly preset: boolean;
}

const usual = ['imap', 'pop3', 'submission'] as const satisfies readonly MailProtocol[];

/** What the password opens: whoever finds it can do no more than this. */
export const ScopeFields = ({ protocols, onProtocols, fault, preset }: ScopeFieldsProps) => {
	const { t } = useWords();
	const id = useId();
	const fields = useRef<HTMLFieldSetElement>(null);
	const cause = fault?.cause;
	useEffect(() => {
		if (cause) fields.current?.querySelector('input')?.focus();
	}, [cause]);
	const box = (protocol: MailProtocol) => (
		<label key={protocol} className="scope">
			<input
				type="checkbox"
				name="protocol"
				value={protocol}
				checked={protocols.includes(protocol)}
				onChange={(event) => onProtocols(withProtocol(protocols, protocol, event.target.checked))}
			/>
			<span>
				{t(`clientPasswords.scope.${protocol}`)}
				{protocol !== 'submission' && <small>{t(`clientPasswords.scope.${protocol}Text`)}</small>}
			</span>
		</label>
	);
	return (
		<fieldset ref={fields} className="scopes" aria-describedby={`${id}hint${fault ? ` ${id}problem` : ''}`}>
			<legend>{t('clientPasswords.scope.legend')}</legend>
			{usual.map(box)}
			<details open={protocols.includes('other')}>
				<summary>
					{t('clientPasswords.scope.more')}
					<Icon name="down" small />
				</summary>
				{box('other')}
			</details>
			{fault && <FieldProblem id={`${id}problem`} text={fault.text} />}
			<p className="field-hint" id={`${id}hint`}>
				{t(preset ? 'clientPasswords.scope.presetHint' : 'clientPasswords.scope.hint')}
			</p>
		</fieldset>
	);
};
