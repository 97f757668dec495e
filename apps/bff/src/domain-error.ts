import type { ErrorCode, ErrorDetails } from '@mailward/shared/errors.ts';

/** A refusal on its way to the person. Thrown where the rule is broken, turned into an answer in one place. */
export class DomainError<C extends ErrorCode = ErrorCode> extends Error {
	readonly code: C;
	readonly details: ErrorDetails<C>;

	constructor(code: C, details: ErrorDetails<C>) {
		super(code);
		this.name = 'DomainError';
		this.code = code;
		this.details = details;
	}
}
