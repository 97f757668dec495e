import './pin.css';

/** The number of a step, at the place where the step is done. */
export const Pin = ({ n }: { n: number }) => <b className="pin">{n}</b>;
