import { parentPort, workerData } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import type { Question } from './guessable.ts';

const { password, words } = workerData as Question;

const estimator = new ZxcvbnFactory({
	dictionary: { ...common.dictionary, ...english.dictionary },
	graphs: common.adjacencyGraphs,
	// Letters written as digits in more than a few ways at once cost ten times the time and find nothing more.
	l33tMaxSubstitutions: 5,
});

parentPort?.postMessage(estimator.check(password, [...words]).score);
