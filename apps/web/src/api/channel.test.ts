import { describe, expect, it } from 'vitest';
import { type Channel, channelAfter, firstChannel, type Incident } from './channel.ts';

const learnsBy = (...incidents: Incident[]): Channel['by'] => incidents.reduce(channelAfter, firstChannel(true)).by;

describe('what is waited for elsewhere', () => {
	it('is told by a stream, or asked for in a browser that knows none', () => {
		expect(firstChannel(true).by).toBe('stream');
		expect(firstChannel(false).by).toBe('asking');
	});

	it('outlives one interruption, not two on end', () => {
		expect(learnsBy('interrupted')).toBe('stream');
		expect(learnsBy('interrupted', 'interrupted')).toBe('asking');
		expect(learnsBy('interrupted', 'told', 'interrupted')).toBe('stream');
	});

	it('is asked for once the stream is refused or silent, and stays so', () => {
		expect(learnsBy('told', 'shut')).toBe('asking');
		expect(learnsBy('shut', 'told', 'interrupted')).toBe('asking');
	});

	it('ends when there is nothing left to learn', () => {
		expect(learnsBy('over')).toBe('nothing');
		expect(learnsBy('shut', 'over', 'told')).toBe('nothing');
	});
});
