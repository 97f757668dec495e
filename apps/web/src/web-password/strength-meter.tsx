import { leastPasswordLength, passwordLength } from '@mailward/shared/web-password.ts';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../locales/words.tsx';
import { StrengthBar } from '../ui/strength-bar.tsx';
import { type Estimator, type Strength, startEstimator } from './estimator.ts';
import './strength-meter.css';

/** The strength of a password that is long enough to have one; undefined while it is worked out. */
const useStrength = (password: string, words: readonly string[]): Strength | undefined => {
	const estimator = useRef<Estimator>(undefined);
	const [known, setKnown] = useState<{ readonly password: string; readonly strength: Strength }>();
	useEffect(() => {
		const started = startEstimator();
		estimator.current = started;
		return () => started.end();
	}, []);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the words are the person's and stay what they are
	useEffect(() => {
		if (passwordLength(password) < leastPasswordLength) return;
		estimator.current?.ask(password, words, (strength) => setKnown({ password, strength }));
	}, [password]);
	// Until the new one is known the last one stands, so that the bar does not flicker with each key.
	return passwordLength(password) < leastPasswordLength ? undefined : known?.strength;
};

/** What each strength is called. */
const levels = ['worst', 'poor', 'weak', 'good', 'best'] as const satisfies Record<Strength, string>;

interface StrengthMeterProps {
	readonly password: string;
	/** What is easy to guess for somebody who knows the person. */
	readonly words: readonly string[];
}

/** How hard the new password is to guess, as a word and a bar. It advises; the server decides. */
export const StrengthMeter = ({ password, words }: StrengthMeterProps) => {
	const { t } = useWords();
	const strength = useStrength(password, words);
	const count = passwordLength(password);
	const say = () => {
		if (password === '') return '';
		if (count < leastPasswordLength) return t('webPassword.short', { count, least: leastPasswordLength });
		return strength === undefined ? '' : t(`webPassword.levels.${levels[strength]}`);
	};
	return (
		<div className="strength-meter">
			<StrengthBar level={strength} />
			<p className="small">
				<span className="muted">{t('webPassword.strength')}</span> <span role="status">{say()}</span>
			</p>
		</div>
	);
};
