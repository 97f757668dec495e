import { useState } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import type { ProveProps } from '../factor.ts';
import { NumberForm } from './number-form.tsx';
import { readableNumber } from './number-words.ts';
import { SendAgain } from './send-again.tsx';
import { SendingState } from './sending-state.tsx';
import { SmsCodeForm } from './sms-code-form.tsx';
import { useAwaited } from './use-awaited.ts';
import './prove.css';

/** The number, and below it the code that was sent there. */
export const Prove = ({ prompt, submit, busy, problem, now, sending, back }: ProveProps<'sms'>) => {
	const { t } = useWords();
	const { mainlandOnly, number, sending: newest, resendAt } = prompt;
	const { awaited, over, sentHere } = useAwaited(newest, now);
	// Which text it was that the number is changed after: with the next one, that is done.
	const [changedAfter, setChangedAfter] = useState<string>();
	const changing = newest !== null && newest.sentAt === changedAfter;
	const asking = number === null || !awaited || changing;
	const wrong = sending.problem?.wrong === true;
	// What is wrong with a number is said beside it, and no longer once that number is given up.
	const told = wrong ? undefined : sending.problem?.text;
	const state = <SendingState sending={changing || (asking && wrong) ? null : newest} over={over} problem={told} />;

	if (asking) {
		return (
			<div className="stack">
				{state}
				<NumberForm
					number={number}
					mainlandOnly={mainlandOnly}
					busy={sending.busy}
					problem={wrong ? sending.problem : undefined}
					onNumber={sending.run}
					back={
						changing ? <Button onClick={() => setChangedAfter(undefined)}>{t('factors.sms.number.keep')}</Button> : back
					}
				/>
			</div>
		);
	}
	return (
		<div className="stack">
			<div className="sms-number">
				<p>
					<span className="field-label">{t('factors.sms.number.label')}</span>
					<span className="numerals">{readableNumber(number)}</span>
				</p>
				<Button compact onClick={() => setChangedAfter(newest?.sentAt)}>
					{t('factors.sms.number.other')}
				</Button>
			</div>
			{state}
			<SmsCodeForm
				focusFor={sentHere}
				onCode={(code) => submit({ code })}
				busy={busy}
				problem={problem}
				action={t('factors.sms.number.submit')}
				back={back}
			>
				<SendAgain from={resendAt} now={now} busy={sending.busy} onSend={() => sending.run(number)} />
			</SmsCodeForm>
		</div>
	);
};
