/** A mail address which breaks before its domain where it does not fit on one line. */
export const Address = ({ address }: { address: string }) => {
	const at = address.lastIndexOf('@');
	return (
		<>
			{address.slice(0, at)}
			<wbr />
			{address.slice(at)}
		</>
	);
};
