import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { EndField } from './end-field.tsx';
import { ScopeFields } from './scope-fields.tsx';
import type { WishesForm } from './use-wishes-form.ts';
import './wishes-fields.css';

const suggestions = ['phone', 'office', 'home', 'tablet'] as const;

interface WishesFieldsProps {
	readonly form: WishesForm;
	/** Where the mail app gives no name, some are at hand. */
	readonly suggest?: boolean;
	/** Filled in as it mostly is, not as its person wished. */
	readonly preset?: boolean;
}

/** What its person decides about a client password; the password itself is generated. */
export const WishesFields = ({ form, suggest = false, preset = false }: WishesFieldsProps) => {
	const { t } = useWords();
	const { draft, change, faultOf } = form;
	return (
		<>
			<div className="password-name">
				<Field
					label={t('clientPasswords.make.label')}
					name="name"
					type="text"
					autoComplete="off"
					value={draft.name}
					onValue={(name) => change({ name })}
					hint={t('clientPasswords.make.hint')}
					problem={faultOf('name')}
				/>
				{suggest && (
					<ul className="suggestions" aria-label={t('clientPasswords.make.suggestions')}>
						{suggestions.map((suggestion) => (
							<li key={suggestion}>
								<Button compact onClick={() => change({ name: t(`clientPasswords.make.${suggestion}`) })}>
									{t(`clientPasswords.make.${suggestion}`)}
								</Button>
							</li>
						))}
					</ul>
				)}
			</div>
			<ScopeFields
				protocols={draft.protocols}
				onProtocols={(protocols) => change({ protocols })}
				fault={faultOf('protocols')}
				preset={preset}
			/>
			<EndField draft={draft} onDraft={change} fault={faultOf('end')} />
		</>
	);
};
