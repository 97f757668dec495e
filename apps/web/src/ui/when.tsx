/** A time as people say it, with the exact one behind it. */
export const When = ({ iso, text, exact }: { iso: string; text: string; exact: string }) => (
	<time dateTime={iso} title={exact}>
		{text}
	</time>
);
