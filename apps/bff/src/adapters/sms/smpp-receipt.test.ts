import { describe, expect, it } from 'vitest';
import { readReceipt } from './smpp-receipt.ts';

const words = (text: string, more = {}) => ({ esm_class: 4, short_message: { message: text }, ...more });
const form = (state: string) =>
	words(`id:7f-01 sub:001 dlvrd:001 submit date:2603020900 done date:2603020901 stat:${state} err:000 text:abc`);

describe('a receipt of a message centre', () => {
	it.each([
		['DELIVRD', 'delivered'],
		['EXPIRED', 'undelivered'],
		['DELETED', 'undelivered'],
		['UNDELIV', 'undelivered'],
		['REJECTD', 'undelivered'],
	])('%s is %s', (state, delivery) => {
		expect(readReceipt(form(state))).toEqual({ id: '7f-01', delivery });
	});

	it.each(['ACCEPTD', 'ENROUTE', 'UNKNOWN', 'anything'])('%s decides nothing', (state) => {
		expect(readReceipt(form(state))).toBeUndefined();
	});

	it('is read from its parameters where it has them', () => {
		const parameters = { receipted_message_id: '42\0', message_state: 5 };
		expect(readReceipt(words('', parameters))).toEqual({ id: '42', delivery: 'undelivered' });
		expect(readReceipt(words('id:1 stat:DELIVRD', parameters))).toEqual({ id: '42', delivery: 'undelivered' });
	});

	it('is not what a person writes in answer', () => {
		const text = { short_message: { message: 'id:42 stat:DELIVRD' } };
		expect(readReceipt({ esm_class: 0, ...text })).toBeUndefined();
		expect(readReceipt(text)).toBeUndefined();
		// A person's phone acknowledges: 5.2.12 again.
		expect(readReceipt({ esm_class: 0x08, ...text })).toBeUndefined();
	});

	it('may be anything at all', () => {
		expect(readReceipt({ esm_class: 4 })).toBeUndefined();
		expect(readReceipt(words('stat:DELIVRD'))).toBeUndefined();
		expect(readReceipt({ esm_class: 4, short_message: { message: Buffer.from([0xff, 0]) } })).toBeUndefined();
	});
});
