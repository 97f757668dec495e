import { type ReactNode, useState } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Address } from '../ui/address.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Ring } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { When } from '../ui/when.tsx';
import { ScanHead } from './scan-head.tsx';
import type { Answer, Scan } from './use-scan.ts';
import type { ViewOf } from './views.ts';

interface FactProps {
	readonly name: string;
	readonly children: ReactNode;
	/** The same more exactly. */
	readonly exactly?: ReactNode;
}

const Fact = ({ name, children, exactly }: FactProps) => (
	<div>
		<dt>{name}</dt>
		<dd>
			{children}
			{exactly && <small className="numerals">{exactly}</small>}
		</dd>
	</div>
);

/** Whose account, from which browser and place, since when: what a person must see before they answer for it. */
const Facts = ({ view }: { view: ViewOf<'confirm'> }) => {
	const { t, times, language } = useWords();
	const { client, startedAt } = view;
	const minutes = Math.floor((serverNow() - Date.parse(startedAt)) / 60_000);
	const place = client.place?.[language];
	return (
		<dl className="scan-facts">
			<Fact name={t('scan.confirm.account')}>
				<Address address={view.address} />
			</Fact>
			{view.name && <Fact name={t(`scan.apps.${view.kind}`)}>{view.name}</Fact>}
			<Fact name={t('scan.confirm.browser')}>
				{[client.browser, client.system].filter(Boolean).join(' · ') || t('scan.confirm.unknown')}
			</Fact>
			<Fact name={t('scan.confirm.place')} exactly={place && client.address}>
				{place ?? client.address}
			</Fact>
			<Fact name={t('scan.confirm.time')} exactly={times.exact(startedAt)}>
				<When
					iso={startedAt}
					text={minutes < 1 ? t('scan.confirm.justNow') : t('scan.confirm.minutesAgo', { minutes })}
					exact={times.exact(startedAt)}
				/>
			</Fact>
		</dl>
	);
};

/** The question. Both answers are equally near: who is asked about a stranger's sign-in must find No as fast as Yes. */
export const Confirm = ({ view, scan }: { view: ViewOf<'confirm'>; scan: Scan }) => {
	const { t } = useWords();
	const say = useProblemWords();
	const [given, setGiven] = useState<Answer>();
	const { purpose } = view;
	const kind = t(`scan.apps.${view.kind}`);
	const answering = (answer: Answer) => ({
		busy: scan.busy && given === answer,
		onClick: () => {
			if (scan.busy) return;
			setGiven(answer);
			scan.answer(answer);
		},
	});
	return (
		<>
			<ScanHead kind={view.kind}>
				<Ring here text="?" />
			</ScanHead>
			<div className="stack">
				<StepTitle step={t(`scan.confirm.title.${purpose}`, { kind })} />
				<p className="muted">{t(`scan.confirm.text.${purpose}`, { kind })}</p>
				<Facts view={view} />
				{scan.problem && (
					<Note tone="error">
						<p>{say(scan.problem)}</p>
					</Note>
				)}
				<div className="scan-answers">
					<Button manner="go" wide {...answering('confirm')}>
						{t('scan.confirm.submit')}
					</Button>
					<Button manner="destructive" wide {...answering('deny')}>
						{t('scan.confirm.deny')}
					</Button>
				</div>
				<p className="small muted">{t('scan.confirm.care')}</p>
			</div>
		</>
	);
};
