/** An event stream, read as a page reads it (HTML standard, 9.2.6). */
export interface EventReader {
	/** The next event; comments are passed over. Undefined once the stream has ended. */
	next(): Promise<unknown>;
	/** All that has been read so far, as it came. */
	text(): string;
	/** Goes away, as a closed tab does. */
	leave(): Promise<void>;
}

export const readEvents = (response: Response): EventReader => {
	if (response.body === null) throw new Error('there is no stream');
	const reader = response.body.getReader();
	const decoder = new TextDecoder();
	let all = '';
	let read = 0;
	const next: EventReader['next'] = async () => {
		const end = all.indexOf('\n\n', read);
		if (end >= 0) {
			const [field = '', ...value] = all.slice(read, end).split(':');
			read = end + 2;
			return field === 'data' ? JSON.parse(value.join(':')) : next();
		}
		const { done, value } = await reader.read();
		if (done) return undefined;
		all += decoder.decode(value, { stream: true });
		return next();
	};
	return { next, text: () => all, leave: () => reader.cancel() };
};
