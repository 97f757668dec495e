import { useEffect, useId, useRef, useState } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { type FieldFault, FieldProblem } from '../ui/field.tsx';
import { dayOf, endOfDay, farthestDay } from './days.ts';
import { type Draft, type EndChoice, endChoices, lastDayOf } from './wishes.ts';
import './end-field.css';

interface EndFieldProps {
	readonly draft: Pick<Draft, 'end' | 'date'>;
	readonly onDraft: (changes: Partial<Pick<Draft, 'end' | 'date'>>) => void;
	readonly fault: FieldFault | undefined;
}

/** The day after which the password opens nothing: mostly none, else by how long, or by the calendar. */
export const EndField = ({ draft: { end, date }, onDraft, fault }: EndFieldProps) => {
	const { t, times } = useWords();
	const id = useId();
	const [now] = useState(serverNow);
	const place = useRef<HTMLDivElement>(null);
	const cause = fault?.cause;
	useEffect(() => {
		const fields = place.current?.querySelectorAll<HTMLElement>('select, input') ?? [];
		if (cause) [...fields].at(-1)?.focus();
	}, [cause]);
	const describing = {
		'aria-describedby': fault ? `${id}problem ${id}hint` : `${id}hint`,
		'aria-invalid': fault ? true : undefined,
	};
	const words = (choice: EndChoice): string => {
		if (choice === 'none' || choice === 'date') return t(`clientPasswords.end.${choice}`);
		return t(`clientPasswords.end.${choice}`, { day: times.day(endOfDay(lastDayOf(choice, '', now) ?? '') ?? now) });
	};
	return (
		<div ref={place} className="end-field">
			<label className="field-label" htmlFor={id}>
				{t('clientPasswords.end.label')}
			</label>
			<span className="choice">
				<select
					{...describing}
					id={id}
					className="field-input"
					name="end"
					value={end}
					onChange={(event) => onDraft({ end: endChoices.find((choice) => choice === event.target.value) ?? 'none' })}
				>
					{endChoices.map((choice) => (
						<option key={choice} value={choice}>
							{words(choice)}
						</option>
					))}
				</select>
			</span>
			{end === 'date' && (
				<>
					<label className="field-label" htmlFor={`${id}date`}>
						{t('clientPasswords.end.dateLabel')}
					</label>
					<input
						{...describing}
						id={`${id}date`}
						className="field-input"
						name="date"
						type="date"
						min={dayOf(now)}
						max={farthestDay(now)}
						value={date}
						onChange={(event) => onDraft({ date: event.target.value })}
					/>
				</>
			)}
			{fault && <FieldProblem id={`${id}problem`} text={fault.text} />}
			<p className="field-hint" id={`${id}hint`}>
				{t(end === 'none' ? 'clientPasswords.end.noneHint' : 'clientPasswords.end.hint')}
			</p>
		</div>
	);
};
