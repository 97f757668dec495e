import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import type { Question, Verdict } from './estimator.ts';

const zxcvbn = new ZxcvbnFactory({
	dictionary: { ...common.dictionary, ...english.dictionary },
	graphs: common.adjacencyGraphs,
	// As on the server: more ways of writing letters as digits cost ten times the time and find nothing more.
	l33tMaxSubstitutions: 5,
});

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
	const verdict: Verdict = { number: data.number, strength: zxcvbn.check(data.password, [...data.words]).score };
	self.postMessage(verdict);
});
