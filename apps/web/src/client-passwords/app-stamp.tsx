import type { MailApp } from '@mailward/shared/mail-apps.ts';
import type { ReactNode } from 'react';
import { Drawing } from '../ui/drawing.tsx';
import { Icon } from '../ui/icon.tsx';
import './app-stamp.css';

/** `other`: a mail app of which nothing is known. */
type Face = MailApp | 'browser' | 'other';

const computer = (
	<Drawing small>
		<path d="M13.5 4.5H3.5v11h17v-11h-4" />
		<path d="M9 19.5h6" />
	</Drawing>
);
const phone = <Icon name="phone" small />;

/** What is on the stamp: a letter of its name and what it runs on. No maker's sign is imitated. */
const faces: Readonly<Record<Face, ReactNode>> = {
	foxmail: <Letter letter="F" on={computer} />,
	outlook: <Letter letter="O" on={computer} />,
	'mac-mail': <Letter letter="M" on={computer} />,
	iphone: <Letter letter="i" on={phone} />,
	huawei: <Letter letter="H" on={phone} />,
	android: <Letter letter="A" on={phone} />,
	thunderbird: <Letter letter="T" on={computer} />,
	program: <Icon name="print" />,
	browser: <Icon name="browser" />,
	other: <Icon name="mail" />,
};

function Letter({ letter, on }: { letter: string; on: ReactNode }) {
	return (
		<>
			<b>{letter}</b>
			{on}
		</>
	);
}

/** A postage stamp for a mail app; always beside its name. */
export const AppStamp = ({ app }: { app: Face }) => (
	<span className="app-stamp" aria-hidden="true">
		{faces[app]}
	</span>
);
