import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { useState } from 'react';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router-dom';
import { factors } from '../factors/registry.ts';
import { useWords } from '../locales/words.tsx';
import { EnvelopeHead } from '../session/envelope-head.tsx';
import { nextPath } from '../session/next-path.ts';
import { useSession } from '../session/session.tsx';
import { placeOf } from '../session/where-to.ts';
import { HelpDeskLine } from '../site/help-desk-line.tsx';
import { useSite } from '../site/site.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { stepPath } from './paths.ts';
import { reasonsFor } from './reasons.ts';
import { recommend, toUsage, type Usage, usages, without } from './recommend.ts';
import './chooser.css';

const pictures: Record<Usage, IconName> = { browser: 'browser', apps: 'mail', several: 'people' };

const Usages = ({ chosen, onChoose }: { chosen: Usage; onChoose: (usage: Usage) => void }) => {
	const { t } = useWords();
	return (
		<fieldset>
			<legend className="unseen">{t('enrolments.choose.legend')}</legend>
			{usages.map((usage) => (
				<label key={usage} className="usage">
					<input type="radio" name="usage" value={usage} checked={usage === chosen} onChange={() => onChoose(usage)} />
					<span className="place">
						<Icon name={pictures[usage]} />
					</span>
					<span className="text">
						<b>{t(`enrolments.choose.${usage}`)}</b>
						<small>{t(`enrolments.choose.${usage}Text`)}</small>
					</span>
				</label>
			))}
		</fieldset>
	);
};

interface RecommendedProps {
	readonly usage: Usage;
	/** For one of several people, each with methods of their own: nothing of theirs is for the others too. */
	readonly ofTheirOwn: boolean;
	readonly methods: readonly MethodKind[];
}

interface OtherWaysProps {
	readonly method: MethodKind;
	readonly others: readonly MethodKind[];
}

/** In sight of whoever has no smartphone, or no phone at all: what they can use, and whom to call where that is nothing. */
const OtherWays = ({ method, others }: OtherWaysProps) => {
	const { t } = useWords();
	const { search } = useLocation();
	const helpDesk = useSite()?.helpDesk;
	const lacking = without(method, others);
	if (!lacking) return null;
	return (
		<div className="other-ways small">
			{lacking.methods.length > 0 && (
				<p>
					{t(`enrolments.choose.instead.${lacking.what}`)}
					<span className="links">
						{lacking.methods.map((kind) => (
							<Link key={kind} to={stepPath({ kind, due: true }, 'intro', search)}>
								{t(`factors.${kind}.inPlace`)}
							</Link>
						))}
					</span>
				</p>
			)}
			{helpDesk?.phone && (
				<p>
					{t(lacking.methods.length > 0 ? 'enrolments.choose.neither' : `enrolments.choose.nothing.${lacking.what}`)}{' '}
					<HelpDeskLine />
				</p>
			)}
		</div>
	);
};

const Recommended = ({ usage, ofTheirOwn, methods }: RecommendedProps) => {
	const { t } = useWords();
	const { search } = useLocation();
	const usable = methods.filter((kind) => factors[kind].unsupported() === undefined);
	const { method, others } = recommend(usage, usable);
	if (method === undefined) {
		const [first] = methods;
		const why = first && factors[first].unsupported();
		return (
			<Note tone="warning" announce={false}>
				<p>{t(why ?? 'enrolments.choose.none')}</p>
				<p>
					<HelpDeskLine />
				</p>
			</Note>
		);
	}
	return (
		<section className="recommended" aria-live="polite">
			<p className="label">{t('enrolments.choose.recommended')}</p>
			<h2>
				<Icon name={factors[method].icon} />
				{t(`factors.${method}.name`)}
			</h2>
			<ul className="reasons">
				{reasonsFor(method, ofTheirOwn && usage === 'several' ? 'browser' : usage).map((reason) => (
					<li key={reason}>
						<Icon name="check" small />
						<span>{t(reason)}</span>
					</li>
				))}
			</ul>
			<p className="needed small">{t(`factors.${method}.needed`)}</p>
			<ButtonLink wide manner="go" to={stepPath({ kind: method, due: true }, 'intro', search)}>
				{t(`factors.${method}.setUp`)}
			</ButtonLink>
			<OtherWays method={method} others={others} />
			{others.length > 0 && (
				<details>
					<summary>
						{others.length === 1
							? t('enrolments.choose.oneOther')
							: t('enrolments.choose.others', { count: others.length })}
						<Icon name="down" small />
					</summary>
					<ul className="tight">
						{others.map((kind) => (
							<li key={kind}>
								<Link className="other" to={stepPath({ kind, due: true }, 'intro', search)}>
									<Icon name={factors[kind].icon} />
									<span>
										{t(`factors.${kind}.name`)}
										<small>{t(`factors.${kind}.summary`)}</small>
									</span>
									<Icon name="forward" small />
								</Link>
							</li>
						))}
					</ul>
				</details>
			)}
		</section>
	);
};

/** The first page of a set-up that is due: by how somebody uses their mail, it recommends a method. */
const ChooserPage = () => {
	const { t, language } = useWords();
	const { state } = useSession();
	const organisation = useSite()?.organisation[language];
	const [query, setQuery] = useSearchParams();
	const [chosen, setChosen] = useState(toUsage(query.get('usage')));
	if (state?.state !== 'awaiting-set-up') return null;
	const { account, person, passwordAt, methods, reason, remaining } = state;
	if (remaining !== 'method') return <Navigate replace to={placeOf(state, nextPath(query.get('next')))} />;

	const usage = chosen ?? (account.kind === 'shared' ? 'several' : 'apps');
	const choose = (usage: Usage) => {
		setChosen(usage);
		// In the address too, so that Back and a reload find it as it was.
		const chosenQuery = new URLSearchParams(query);
		chosenQuery.set('usage', usage);
		setQuery(chosenQuery, { replace: true });
	};
	const line =
		reason === 'required'
			? t('enrolments.due.label')
			: reason === 'invited' && person
				? t('enrolments.due.invited', { name: person.name })
				: t('enrolments.due.reset');
	return (
		<>
			<EnvelopeHead line={line} progress={{ step: 2, passwordAt, second: 'missing' }} />
			{reason === 'required' && organisation !== undefined && (
				<p className="chooser-why">{t('enrolments.due.why', { organisation })}</p>
			)}
			<StepTitle step={t('enrolments.choose.title')} />
			<p className="chooser-lead muted">
				{t(reason === 'required' ? 'enrolments.choose.leadRequired' : 'enrolments.choose.lead')}
			</p>
			<div className="chooser">
				<Usages chosen={usage} onChoose={choose} />
				<Recommended usage={usage} ofTheirOwn={reason === 'invited'} methods={methods} />
			</div>
		</>
	);
};

export default ChooserPage;
