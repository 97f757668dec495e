import { type NameProblem, nameProblem } from '@mailward/shared/names.ts';
import { useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import type { FieldFault } from '../ui/field.tsx';
import { type Draft, type EndProblem, endProblem, type Wishes, wishesOf } from './wishes.ts';

/** The first thing that is wrong with a form, and with which of its fields. */
type Unfit =
	| { readonly field: 'name'; readonly reason: NameProblem }
	| { readonly field: 'protocols' }
	| { readonly field: 'end'; readonly reason: EndProblem };

const unfitIn = (draft: Draft, now: number): Unfit | undefined => {
	const name = nameProblem(draft.name);
	if (name) return { field: 'name', reason: name };
	if (draft.protocols.length === 0) return { field: 'protocols' };
	const end = endProblem(draft, now);
	return end && { field: 'end', reason: end };
};

/** Refusals that find fault with one of the fields. */
const about: Readonly<Partial<Record<Problem['code'], Unfit['field']>>> = {
	'client_password.name_invalid': 'name',
	'client_password.end_invalid': 'end',
};

export interface WishesForm {
	readonly draft: Draft;
	readonly change: (changes: Partial<Draft>) => void;
	/** What is wrong with one of the fields. */
	readonly faultOf: (field: Unfit['field']) => FieldFault | undefined;
	/** What came of the last attempt that is no fault of a field. */
	readonly problem: Problem | undefined;
	/** Finds what is wrong before anything is sent; else gives what is to be sent. */
	readonly check: () => Wishes | undefined;
}

/** A form of what its person wishes of a client password. `problem`: what came of sending it. */
export const useWishesForm = (first: Draft, problem: Problem | undefined): WishesForm => {
	const { t } = useWords();
	const say = useProblemWords();
	const [draft, setDraft] = useState(first);
	// A new object for each attempt: with it the field gets the focus again.
	const [unfit, setUnfit] = useState<Unfit>();
	const refused = problem && about[problem.code];
	const words = (unfit: Unfit): string => {
		switch (unfit.field) {
			case 'name':
				return t(`forms.name.${unfit.reason}`);
			case 'protocols':
				return t('clientPasswords.scope.none');
			case 'end':
				return t(`clientPasswords.end.${unfit.reason}`);
		}
	};
	return {
		draft,
		change: (changes) => setDraft((before) => ({ ...before, ...changes })),
		faultOf: (field) => {
			if (unfit) return unfit.field === field ? { text: words(unfit), cause: unfit } : undefined;
			return problem && refused === field ? { text: say(problem), cause: problem } : undefined;
		},
		problem: refused === undefined ? problem : undefined,
		check: () => {
			const now = serverNow();
			const found = unfitIn(draft, now);
			setUnfit(found);
			return found ? undefined : wishesOf(draft, now);
		},
	};
};
