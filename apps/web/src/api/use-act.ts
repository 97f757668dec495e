import { useRef, useState } from 'react';
import { type Problem, problemOf, Withdrawn } from './problem.ts';

interface Act<Input extends unknown[]> {
	/** Does nothing while the last one is under way: Enter twice makes one request. */
	readonly run: (...input: Input) => void;
	readonly busy: boolean;
	/** What came of the last attempt, if nothing good; a new object for each attempt. */
	readonly problem: Problem | undefined;
	readonly forget: () => void;
}

/** Something a person does that asks the server, once at a time. */
export const useAct = <Input extends unknown[]>(act: (...input: Input) => Promise<unknown>): Act<Input> => {
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState<Problem>();
	const underWay = useRef(false);

	const attempt = async (input: Input) => {
		underWay.current = true;
		setBusy(true);
		setProblem(undefined);
		try {
			await act(...input);
		} catch (thrown) {
			if (!(thrown instanceof Withdrawn)) setProblem({ ...problemOf(thrown) });
		} finally {
			underWay.current = false;
			setBusy(false);
		}
	};

	return {
		run: (...input) => {
			if (!underWay.current) void attempt(input);
		},
		busy,
		problem,
		forget: () => setProblem(undefined),
	};
};
