import { beforeEach, expect, it } from 'vitest';
import { mailAppsTopic } from '../client-passwords/mail-apps-topic.ts';
import { createSettableClock, type SettableClock } from '../testing/settable-clock.ts';
import { hour, second } from '../time/clock.ts';
import { createNews, type News } from './news.ts';

let clock: SettableClock;
let news: News;
let told: string[];
beforeEach(() => {
	clock = createSettableClock();
	told = [];
	news = createNews({ publish: (topic) => told.push(topic) }, clock);
});

const lin = mailAppsTopic('lin');

it('what is new is told at once, and each account’s once', () => {
	news.add('lin', 'new');
	news.add('lin', 'new');
	news.add('chen', 'new');
	news.publish();
	expect(told).toEqual([lin, mailAppsTopic('chen')]);
	news.publish();
	expect(told).toHaveLength(2);
});

it('a mail app that tries a hundred times a second is told every ten seconds', () => {
	// The attack: have a server tell all the others something with every refused login.
	for (let tries = 0; tries < 3000; tries += 1) {
		news.add('lin', 'again');
		news.publish();
		clock.advance(second / 100);
	}
	expect(told).toEqual([lin, lin, lin]);
});

it('what was held back is told in its time, also when nothing more happens', () => {
	news.add('lin', 'new');
	news.publish();
	news.add('lin', 'again');
	news.publish();
	expect(told).toEqual([lin]);
	clock.advance(10 * second);
	news.publish();
	expect(told).toEqual([lin, lin]);
});

it('a clock that is set back silences nobody', () => {
	news.add('lin', 'new');
	news.publish();
	clock.advance(-hour);
	news.add('lin', 'again');
	news.publish();
	expect(told).toEqual([lin, lin]);
});

it('what is mended is told at the next turn, when the transaction it is part of has ended', () => {
	news.add('lin', 'mended');
	for (let time = 0; time < 5; time += 1) news.publish();
	expect(told).toEqual([lin]);
});
