export const signIn = {
	differentAccount: 'Use a different account',
	step1Passed: 'Step 1, password, passed at {time}',
	step2Now: 'Step 2, verification, current',
	step2Rejected: 'Step 2, verification, wrong code',
	step2Passed: 'Step 2, verification, passed at {time}',
	mark1: 'STEP 1',
	mark2: 'STEP 2',
	passed: 'Verified. Signing you in.',
} as const;
