import type { ReactNode } from 'react';
import './ends.css';

/** The two ways out of a step: back on the left, on to the right. */
export const Ends = ({ children }: { children: ReactNode }) => <div className="ends">{children}</div>;
