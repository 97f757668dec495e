import type { CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import type { Ref } from 'react';
import { useWords } from '../locales/words.tsx';
import './ticket.css';

/** Where each stamp of the strip begins. */
const starts = [0, 4, 8, 12];

interface TicketProps {
	readonly created: CreatedClientPassword;
	readonly secretRef: Ref<HTMLElement>;
	/** The person copied it by hand. */
	readonly onCopied: () => void;
}

/** A strip of four stamps and a stub with the name. The gaps are drawn: selecting all of it gives the 16 characters alone. */
export const Ticket = ({ created, secretRef, onCopied }: TicketProps) => {
	const { t, times } = useWords();
	return (
		<section className="ticket" aria-label={t('clientPasswords.reveal.label')}>
			<code ref={secretRef} className="fours" onCopy={onCopied}>
				{starts.map((start) => (
					<span key={start}>{created.secret.slice(start, start + 4)}</span>
				))}
			</code>
			<div className="stub">
				<small>{t('clientPasswords.make.label')}</small>
				<b>{created.name}</b>
				<small className="numerals">{times.exact(created.createdAt)}</small>
			</div>
		</section>
	);
};
