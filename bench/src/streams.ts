import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { openConnection } from './connection.ts';
import { type ScanTicket, scansFile } from './material.ts';
import { publicOrigin } from './settings.ts';

/** What the process that holds event streams open is told to do next. */
export type StreamsOrder =
	/** Opens one for each of the first `open` tickets. */
	| { readonly open: number; readonly port: number }
	/** Confirms the first `confirm` of them, one after the other, as their phones would. */
	| { readonly confirm: number; readonly port: number };

export interface StreamsReport {
	readonly wrong: number;
	/** One of the answers that were wrong. */
	readonly example: string | undefined;
	/** From the phone's request to the page's event, in milliseconds. */
	readonly times: readonly number[];
}

/** A page that waits. */
interface Page {
	/** Resolves with the next event that says so, or what came instead. */
	until(state: string): Promise<string>;
}

/** How many connections are made at once. */
const atOnce = 100;

const openPage = async ({ token, challenge }: ScanTicket, port: number): Promise<Page> => {
	const socket = connect({ port, host: '127.0.0.1', noDelay: true });
	await once(socket, 'connect');
	let received = '';
	let look = () => {};
	let ended = false;
	socket.setEncoding('latin1');
	socket.on('data', (text: string) => {
		received += text;
		look();
	});
	socket.on('close', () => {
		ended = true;
		look();
	});
	socket.on('error', () => undefined);
	socket.write(
		[
			`GET /api/challenges/${challenge}/events HTTP/1.1`,
			'Host: localhost',
			'Accept: text/event-stream',
			`Cookie: __Host-mailward=${token}`,
			'',
			'',
		].join('\r\n'),
	);
	return {
		until: (state) =>
			new Promise((resolve) => {
				look = () => {
					const isThere = received.includes(`"state":"${state}"`);
					if (!isThere && !ended) return;
					resolve(isThere ? '' : received);
					received = '';
				};
				look();
			}),
	};
};

const [folder] = process.argv.slice(2);
if (folder === undefined || process.send === undefined) throw new Error('to be started by run.ts');
const tickets = JSON.parse(readFileSync(join(folder, scansFile), 'utf8')) as ScanTicket[];
const pages: Page[] = [];

const openAll = async (count: number, port: number): Promise<StreamsReport> => {
	const wrong: string[] = [];
	for (let from = 0; from < count; from += atOnce) {
		const opening = tickets.slice(from, Math.min(from + atOnce, count)).map(async (ticket) => {
			const page = await openPage(ticket, port);
			// A phone that has the code, and whose person is being asked.
			const instead = await page.until('opened');
			if (instead !== '') wrong.push(instead);
			return page;
		});
		pages.push(...(await Promise.all(opening)));
	}
	return { wrong: wrong.length, example: wrong[0], times: [] };
};

const confirmSome = async (count: number, port: number): Promise<StreamsReport> => {
	const phone = await openConnection(port);
	const wrong: string[] = [];
	const times: number[] = [];
	for (const [index, { ticket, phoneToken }] of tickets.slice(0, count).entries()) {
		const body = JSON.stringify({ ticket, answer: 'confirm' });
		const before = performance.now();
		const heard = (pages[index] as Page).until('confirmed').then((instead) => {
			times.push(performance.now() - before);
			if (instead !== '') wrong.push(instead);
		});
		const answer = await phone.ask(
			[
				'POST /api/scans/answer HTTP/1.1',
				'Host: localhost',
				`Origin: ${publicOrigin}`,
				'Sec-Fetch-Site: same-origin',
				'Content-Type: application/json',
				`Content-Length: ${body.length}`,
				`Cookie: __Host-mailward-phone=${phoneToken}`,
				'',
				body,
			].join('\r\n'),
		);
		if (answer.status !== 200 || !answer.body.includes('"confirmed"')) {
			wrong.push(`${answer.head}\n${answer.body}`);
			// Nothing will be heard of it.
			continue;
		}
		await heard;
	}
	phone.close();
	return { wrong: wrong.length, example: wrong[0], times };
};

process.on('message', async (order: StreamsOrder) => {
	const report = 'open' in order ? openAll(order.open, order.port) : confirmSome(order.confirm, order.port);
	process.send?.(await report);
});
