import { type RefObject, useState } from 'react';

type Outcome = 'untried' | 'copied' | 'refused';

/**
 * Copies the text of an element. Where the browser refuses, the element is selected instead, so that the person can copy
 * it by hand; the outcome says which words to show.
 */
export const useCopy = (text: string, element: RefObject<HTMLElement | null>) => {
	const [outcome, setOutcome] = useState<Outcome>('untried');
	const select = () => {
		const selection = getSelection();
		if (element.current && selection) selection.selectAllChildren(element.current);
	};
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
			setOutcome('copied');
		} catch {
			select();
			setOutcome('refused');
		}
	};
	return { outcome, copy: () => void copy() };
};
