/** Where the measured servers listen, on the loopback. Below the ports that systems hand out to clients. */
export const ports = { public: 9140, internal: 9141, bare: 9142 } as const;

export const publicOrigin = `http://localhost:${ports.public}`;

/** What the mail servers authenticate themselves with; made up for the run. */
export const mailKey = '5f0c7a'.repeat(8);

/** Where the real mail servers begin to listen, some thousands of ports apart. */
export const mailPortBase = 18_000;
