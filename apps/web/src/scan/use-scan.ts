import type { ScanView } from '@mailward/shared/contract/scans.ts';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { useAct } from '../api/use-act.ts';
import { notedTicket, noteTicket } from './on-the-way.ts';
import { type Returned, readReturned, returnPlace } from './returned.ts';

export type Answer = 'confirm' | 'deny';

export interface Scan {
	/** `undefined` until the server has said. */
	readonly view: ScanView | undefined;
	/** The phone is back from its platform. */
	readonly isBack: boolean;
	/** It came back with nothing to go by; what it set out with is known. */
	readonly interrupted: boolean;
	/** What came of the last request, if nothing good. */
	readonly problem: Problem | undefined;
	readonly busy: boolean;
	/** Asks where the code stands, and goes to the platform anew where that is due. */
	readonly goOn: () => void;
	readonly answer: (answer: Answer) => void;
}

const addressOf = (ticket: string) => `/scan/${ticket}`;

/** What a phone does with a code it has scanned, from the address it came to until its person's answer. */
export const useScan = (): Scan => {
	const { ticket: place = '' } = useParams();
	const { search } = useLocation();
	const navigate = useNavigate();
	const isBack = place === returnPlace;
	const [returned] = useState(() => (isBack ? readReturned(search) : undefined));
	const [ticket, setTicket] = useState(() => (isBack ? notedTicket() : place));
	const [view, setView] = useState<ScanView>();
	// One for all: of two presses, on whichever buttons, the first counts.
	const asking = useAct((ask: () => Promise<void>) => ask());

	const open = async (wanted: string) => {
		const next = await call('POST /api/scans/open', { body: { ticket: wanted } });
		setView(next);
		if (next.state !== 'authorise') return;
		noteTicket(wanted);
		// In its place: Back from the platform must not begin anew.
		location.replace(next.url);
	};
	const identify = async (answer: Returned) => {
		const identified = await call('POST /api/scans/identify', { body: answer });
		setView(identified.view);
		if (identified.ticket === null) return;
		setTicket(identified.ticket);
		await navigate(addressOf(identified.ticket), { replace: true });
	};

	// biome-ignore lint/correctness/useExhaustiveDependencies: once, for the address the phone came to; `run` ignores what is under way
	useEffect(() => {
		if (!isBack) return asking.run(() => open(place));
		// A platform's code is good once: nothing for Back or a reload to send again, nor for whoever looks at the address.
		void navigate(addressOf(returnPlace), { replace: true });
		if (returned) asking.run(() => identify(returned));
	}, []);

	const lost = isBack && returned === undefined;
	return {
		view: view ?? (lost && ticket === undefined ? { state: 'expired' } : undefined),
		isBack,
		interrupted: lost,
		problem: asking.problem,
		busy: asking.busy,
		goOn: () => {
			if (ticket !== undefined) {
				void navigate(addressOf(ticket), { replace: true });
				asking.run(() => open(ticket));
			} else if (returned) asking.run(() => identify(returned));
		},
		answer: (answer) => {
			if (ticket === undefined) return;
			asking.run(async () => setView(await call('POST /api/scans/answer', { body: { ticket, answer } })));
		},
	};
};
