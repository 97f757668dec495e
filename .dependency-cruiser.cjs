// Imports point one way. Whatever is not allowed here is refused, so a new arrow is a decision, not an accident.
const bff = '^apps/bff/src';
const web = '^apps/web/src';
const shared = '^packages/shared/src';
const tests = '\\.(test|contract)\\.tsx?$|/testing/|/storage/test-databases\\.ts$';

/** Folder to the folders of the bff it may import besides itself and the technology below. */
const features = {
	accounts: ['activity', 'mail-connections', 'sessions'],
	activity: ['attempts', 'clients'],
	administration: ['accounts', 'activity', 'attempts', 'mail-check', 'mail-set-up', 'people', 'policy'],
	'apple-profiles': ['client-passwords', 'clients', 'policy', 'sessions'],
	attempts: [],
	challenges: ['activity', 'attempts', 'factors', 'people', 'policy', 'sessions', 'text-messages'],
	'client-passwords': ['accounts', 'activity', 'attempts', 'clients', 'mail-connections', 'sessions'],
	clients: [],
	enrolments: [
		'accounts',
		'activity',
		'apple-profiles',
		'attempts',
		'challenges',
		'factors',
		'mail-connections',
		'people',
		'policy',
		'sessions',
		'text-messages',
		'trusted-devices',
	],
	factors: [],
	'live-sessions': ['activity', 'clients', 'sessions'],
	'mail-check': [],
	'mail-connections': [],
	'mail-login': ['accounts', 'attempts', 'client-passwords', 'policy', 'stale-clients'],
	'mail-set-up': ['accounts'],
	notices: ['activity', 'clients'],
	people: ['accounts', 'activity', 'attempts', 'mail-connections', 'sessions'],
	policy: [],
	scans: ['activity', 'clients', 'factors', 'sessions'],
	sessions: ['clients', 'policy'],
	'sign-in': [
		'accounts',
		'activity',
		'attempts',
		'challenges',
		'clients',
		'factors',
		'people',
		'policy',
		'sessions',
		'trusted-devices',
	],
	'stale-clients': ['accounts', 'activity', 'attempts', 'client-passwords', 'clients'],
	'text-messages': ['attempts', 'policy'],
	'trusted-devices': ['accounts', 'activity', 'clients', 'policy', 'sessions'],
	'web-password': ['accounts', 'activity', 'clients', 'mail-connections', 'sessions'],
};
const technology = '(crypto|signals|storage|time)/|domain-error\\.ts$';

const bffArrows = Object.entries(features).flatMap(([feature, others]) => [
	{ from: { path: `${bff}/${feature}/` }, to: { path: `${bff}/(${[feature, ...others].join('|')})/` } },
	{ from: { path: `${bff}/${feature}/` }, to: { path: `${bff}/(${technology})` } },
	{ from: { path: `${bff}/${feature}/.*\\.routes\\.ts$` }, to: { path: `${bff}/http/(serve|forms)\\.ts$` } },
]);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{ name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
		{
			name: 'the-browser-loads-no-schemas',
			comment: 'The web may use the types of the contract, never its zod schemas.',
			severity: 'error',
			from: { path: web },
			to: { path: `${shared}/(contract|session-state|factors/.*-prompts)`, dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'no-node-in-the-browser',
			severity: 'error',
			from: { path: `${web}|${shared}`, pathNot: tests },
			to: { dependencyTypes: ['core'] },
		},
	],
	allowed: [
		// Packages and Node itself; tests may look anywhere in their own package.
		{ from: {}, to: { path: 'node_modules' } },
		{ from: {}, to: { dependencyTypes: ['core'] } },
		{ from: { path: tests }, to: {} },
		{ from: { path: shared }, to: { path: shared } },
		{ from: { path: '^(apps|e2e|bench)' }, to: { path: shared } },

		// The bff: app.ts alone chooses, and what runs it starts from there.
		{ from: { path: `${bff}/((app|background|main|mailward|server|config)\\.ts$|composition/)` }, to: { path: bff } },
		...bffArrows,
		{ from: { path: `${bff}/factors/` }, to: { path: `${bff}/factors/` } },
		{ from: { path: `${bff}/crypto/` }, to: { path: `${bff}/(crypto|time)/|${bff}/domain-error\\.ts$` } },
		{ from: { path: `${bff}/storage/` }, to: { path: `${bff}/storage/` } },
		{ from: { path: `${bff}/time/` }, to: { path: `${bff}/time/` } },
		// http knows no feature; of sessions it knows the union that `requires` speaks of, and it says who asks.
		{
			from: { path: `${bff}/http/` },
			to: {
				path: `${bff}/(http|crypto|signals|time)/|${bff}/domain-error\\.ts$|${bff}/sessions/session\\.ts$|${bff}/clients/client-info\\.ts$`,
			},
		},
		// Adapters import the port they implement.
		{
			from: { path: `${bff}/adapters/password/` },
			to: { path: `${bff}/(adapters/password/|crypto/|accounts/password-authority\\.ts$)` },
		},
		{
			from: { path: `${bff}/adapters/mail/` },
			to: { path: `${bff}/(adapters/mail/|time/|notices/mailer\\.ts$)` },
		},
		{
			from: { path: `${bff}/adapters/location/` },
			to: { path: `${bff}/(adapters/location/|clients/places\\.ts$)` },
		},
		{
			from: { path: `${bff}/adapters/sms/` },
			to: { path: `${bff}/(adapters/sms/|time/|text-messages/gateway\\.ts$)` },
		},
		{
			from: { path: `${bff}/adapters/scan/` },
			to: { path: `${bff}/(adapters/scan/|time/|scans/identity-provider\\.ts$)` },
		},
		{
			from: { path: `${bff}/adapters/doveadm/` },
			to: { path: `${bff}/(adapters/doveadm/|time/|mail-connections/mail-server\\.ts$)` },
		},
		{
			from: { path: `${bff}/adapters/signals/` },
			to: { path: `${bff}/(adapters/signals/|time/|signals/signals\\.ts$)` },
		},

		// The web: routes, features, challenges, the registry of factors, the factors, ui.
		{ from: { path: `${web}/(main|app|routes|inside-pages)\\.tsx?$` }, to: { path: web } },
		{ from: { path: `${web}/([^/]+)/` }, to: { path: `${web}/$1/` } },
		{
			from: { path: `${web}/(?!ui/|factors/|locales/|api/)` },
			to: { path: `${web}/(api|session|site|ui|locales|challenges)/` },
		},
		// How a method that is set up is shown: on its own pages and on the overview alike.
		{ from: { path: `${web}/(enrolments|overview)/` }, to: { path: `${web}/methods/` } },
		// How browsers and mail apps are named, and how names are asked for, wherever that happens.
		{
			from: {
				path: `${web}/(activity|client-passwords|live-sessions|overview|people|stale-clients|trusted-devices)/`,
			},
			to: { path: `${web}/clients/` },
		},
		{ from: { path: `${web}/(enrolments|people)/` }, to: { path: `${web}/names/` } },
		// Mail apps that cannot sign in are told of where one looks first, and where what mends them is.
		{ from: { path: `${web}/(client-passwords|overview)/` }, to: { path: `${web}/stale-clients/` } },
		// A new password leads to the guide of its mail app; or a device fetches it by a link, shown as a QR code.
		{
			from: { path: `${web}/client-passwords/` },
			to: {
				path: `${web}/(mail-guides/mail-guide\\.tsx|profile/(apple-device|opened-here)\\.ts|factors/qr-(code|place)\\.tsx)$`,
			},
		},
		// The step of the wizard that makes recovery codes is all there is to making new ones.
		{ from: { path: `${web}/recovery-codes/` }, to: { path: `${web}/enrolments/recovery-codes-step\\.tsx$` } },
		// The public guide holds the guides of the mail apps, under the stamps they have where a password is made for them.
		{
			from: { path: `${web}/guide/` },
			to: {
				path: `${web}/(mail-guides/(mail-guide|marked)|client-passwords/app-stamp|not-found/not-found-page)\\.tsx$`,
			},
		},
		// Whoever wants to know which devices are trusted wants to know where they are signed in.
		{ from: { path: `${web}/trusted-devices/` }, to: { path: `${web}/live-sessions/` } },
		{ from: { path: `${web}/(activity|challenges|enrolments|methods|overview)/` }, to: { path: `${web}/factors/` } },
		// A passkey signs in without a challenge of the account's, so the door asks it itself.
		{ from: { path: `${web}/sign-in/` }, to: { path: `${web}/factors/passkey/` } },
		{ from: { path: `${web}/factors/` }, to: { path: `${web}/(ui|locales)/` } },

		// Problems are worded where the words are.
		{ from: { path: `${web}/locales/` }, to: { path: `${web}/api/` } },
		{ from: { path: '^apps/web/[^/]+\\.ts$' }, to: { path: '^apps/web/[^/]+\\.ts$' } },

		// The outside world, the journeys and the bench compose the server from app.ts.
		{ from: { path: '^(apps/sandbox|e2e|bench)/' }, to: { path: `${bff}/` } },
		{ from: { path: '^apps/sandbox/' }, to: { path: '^apps/sandbox/' } },
		{ from: { path: '^e2e/' }, to: { path: '^(e2e|apps/sandbox)/' } },
		// Its timing is that of real mail servers, which the sandbox knows how to start.
		{ from: { path: '^bench/' }, to: { path: '^(bench/|apps/sandbox/src/mail-servers/)' } },
		{ from: { path: '^checks/' }, to: { path: '^(checks|apps/sandbox)/' } },
	],
	allowedSeverity: 'error',
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(^|/)(dist|playwright-report|test-results)/' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			conditionNames: ['import', 'default', 'types'],
			exportsFields: ['exports'],
			extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'],
		},
	},
};
