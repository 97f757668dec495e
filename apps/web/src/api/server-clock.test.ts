import { expect, it } from 'vitest';
import { noteServerDate, serverTime } from './server-clock.ts';

const server = 'Sat, 21 Nov 2026 12:00:00 GMT';
const noon = Date.parse(server);

it('follows the server where this computer’s clock is wrong', () => {
	noteServerDate(server, noon + 190_000);
	expect(serverTime(noon + 190_000)).toBe(noon);
	noteServerDate(server, noon - 45_000);
	expect(serverTime(noon - 45_000)).toBe(noon);
});

it('takes what whole seconds and the way here cost for no difference', () => {
	noteServerDate(server, noon + 1_400);
	expect(serverTime(noon)).toBe(noon);
});

it('stays with what it knows when an answer has no date', () => {
	noteServerDate(server, noon + 60_000);
	noteServerDate(null, noon);
	noteServerDate('yesterday', noon);
	expect(serverTime(noon + 60_000)).toBe(noon);
});
