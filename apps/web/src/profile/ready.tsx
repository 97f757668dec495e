import type { ProfileLinkView } from '@mailward/shared/contract/apple-profiles.ts';
import { type ReactNode, useState } from 'react';
import { useWords } from '../locales/words.tsx';
import { useSite } from '../site/site.tsx';
import { Address } from '../ui/address.tsx';
import { Button } from '../ui/button.tsx';
import { Instructions } from '../ui/instructions.tsx';
import { Ring } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { type AppleDevice, thisDevice } from './apple-device.ts';
import { ProfileHead } from './profile-head.tsx';
import { Sent } from './sent.tsx';
import { WrongPlace } from './wrong-place.tsx';
import './ready.css';

type View = Extract<ProfileLinkView, { state: 'ready' }>;

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
	<div>
		<dt>{name}</dt>
		<dd>{children}</dd>
	</div>
);

const Facts = ({ view }: { view: View }) => {
	const { t, times, language } = useWords();
	const organisation = useSite()?.organisation[language];
	return (
		<dl className="profile-facts">
			<Fact name={t('profile.ready.account')}>
				<Address address={view.address} />
			</Fact>
			{organisation && <Fact name={t('profile.ready.organisation')}>{organisation}</Fact>}
			<Fact name={t('profile.ready.name')}>{view.name}</Fact>
			<Fact name={t('profile.ready.until')}>
				<span className="numerals">{times.clock(view.expiresAt)}</span>
			</Fact>
		</dl>
	);
};

/** Which of the two sets of steps fits. Where the device is unknown, most have an iPhone in their hand. */
const stepsFor = (device: AppleDevice): 'iphone' | 'mac' => (device === 'mac' ? 'mac' : 'iphone');

/**
 * For whom, from whom, and what will happen; then one press, which uses the link up. A plain form: what it is answered with
 * is a file, which the device itself takes.
 */
export const Ready = ({ view, ticket }: { view: View; ticket: string }) => {
	const { t } = useWords();
	const [device] = useState(thisDevice);
	const [sent, setSent] = useState(false);
	const steps = stepsFor(device);
	if (sent) return <Sent steps={steps} />;
	const right = device === 'iphone' || device === 'mac';
	return (
		<>
			<ProfileHead>
				<Ring here text="1" />
			</ProfileHead>
			<div className="stack">
				<StepTitle step={t('profile.ready.title')} />
				{device === 'inside-app' && <WrongPlace where="inside" />}
				{device === 'elsewhere' && <WrongPlace where="elsewhere" />}
				<Facts view={view} />
				<p>{t('profile.ready.lead')}</p>
				<Instructions>
					<li>{t(`profile.steps.${steps}.allow`)}</li>
					<li>{t(`profile.steps.${steps}.open`)}</li>
					<li>{t(`profile.steps.${steps}.install`)}</li>
					<li>{t(`profile.steps.${steps}.look`)}</li>
				</Instructions>
				<form
					method="post"
					action="/profile"
					// Once the form is on its way: a button that vanished before would take it along.
					onSubmit={() => setTimeout(() => setSent(true))}
				>
					<input type="hidden" name="ticket" value={ticket} />
					<Button type="submit" manner={right ? 'go' : 'plain'} wide>
						{t('profile.ready.submit')}
					</Button>
				</form>
				<div className="small muted">
					<p>{t('profile.ready.once')}</p>
					<p>{t(`profile.steps.${steps}.unsigned`)}</p>
				</div>
			</div>
		</>
	);
};
