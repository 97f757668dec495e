import { type MailApp, usualProtocols } from '@mailward/shared/mail-apps.ts';
import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { useSite } from '../site/site.tsx';
import { Note } from '../ui/note.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Pin } from './drawing/pin.tsx';
import { Enlargeable } from './enlargeable.tsx';
import { FieldValues } from './field-values.tsx';
import { firstNumbers, type Part, type Values } from './guide.ts';
import { guides } from './guides.ts';
import { Marked } from './marked.tsx';
import './guide-view.css';

interface PartViewProps {
	readonly part: Part;
	readonly first: number;
	readonly values: Values;
	readonly below: ReactNode;
}

/** Steps at the left, what they are done in at the right. */
const PartView = ({ part, first, values, below }: PartViewProps) => {
	const { t } = useWords();
	const way = part.way?.(values);
	return (
		<section className="guide-part">
			<div className="doing">
				{part.title && (
					<h3>
						{part.instead && <span className="muted">{t('mailGuides.or')} · </span>}
						{t(part.title)}
					</h3>
				)}
				{way && (
					<ol className="menu-way" aria-label={t('mailGuides.way')}>
						{way.map((place) => (
							<li key={place}>{place}</li>
						))}
					</ol>
				)}
				<ol className="guide-steps">
					{part.steps.map((step, index) => (
						<li key={step}>
							<Pin n={first + index} />
							<p>
								<Marked text={t(step)} />
							</p>
						</li>
					))}
				</ol>
				{below}
			</div>
			<div className={part.drawings.length > 1 ? 'drawings several' : 'drawings'}>
				{part.drawings.map((drawing) => (
					<Enlargeable key={drawing.description} drawing={drawing} values={values} />
				))}
			</div>
		</section>
	);
};

export interface MailGuideProps {
	readonly app: MailApp;
	/** The address that the drawings show: the person's own where it is known. */
	readonly address: string;
	/** What stands under the last step. */
	readonly below?: ReactNode;
}

/** How one mail app is given its new password: from the error that it shows to the message that arrives. */
const GuideView = ({ app, address, below }: MailGuideProps) => {
	const { t, language } = useWords();
	const mail = useSite()?.mail;
	if (!mail) return <Waiting text={t('shell.loading')} />;
	const guide = guides[app];
	const values: Values = { language, address, mail };
	const firsts = firstNumbers(guide.parts);
	return (
		<section className={guide.onPhone ? 'mail-guide on-phone' : 'mail-guide'}>
			<h2>{t(guide.heading)}</h2>
			<p className="symptom">
				<Marked text={t(guide.symptom)} />
			</p>
			{app !== 'program' && <p>{t('mailGuides.both')}</p>}
			{guide.parts.map((part, index) => (
				<PartView
					key={part.steps[0]}
					part={part}
					first={firsts[index] ?? 1}
					values={values}
					below={index === guide.parts.length - 1 && below}
				/>
			))}
			{guide.notes.length > 0 && (
				<div className="guide-notes">
					{guide.notes.map((note) => (
						<Note key={note} tone="plain" announce={false}>
							<p>{t(note)}</p>
						</Note>
					))}
				</div>
			)}
			<FieldValues protocols={usualProtocols[app]} mail={mail} address={address} />
			<p className="small muted">{t('mailGuides.drawn')}</p>
		</section>
	);
};

export default GuideView;
