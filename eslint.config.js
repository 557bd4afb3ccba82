import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Rooms of the house (docs/architecture.md). The first pattern that fits names a file's room. */
const rooms = [
  { type: 'contract', pattern: 'src/contract/**', partialMatch: false },
  { type: 'domain', pattern: 'src/domain/**', partialMatch: false },
  { type: 'store', pattern: 'src/store/**', partialMatch: false },
  { type: 'sync', pattern: 'src/sync/**', partialMatch: false },
  { type: 'documents', pattern: 'src/documents/**', partialMatch: false },
  { type: 'features', pattern: 'src/features/**', partialMatch: false },
  { type: 'ui', pattern: 'src/ui/**', partialMatch: false },
  { type: 'messages', pattern: 'src/messages/**', partialMatch: false },
  { type: 'host', pattern: 'src/host/**', partialMatch: false },
  { type: 'app', pattern: 'src/app/**', partialMatch: false },
  { type: 'shell', pattern: 'electron/**', partialMatch: false },
  { type: 'resources', pattern: 'resources/**', partialMatch: false },
];

/** Who may import whom; everything else is refused. The message names the right door. */
const doors = {
  contract: [],
  domain: ['contract', 'resources'],
  messages: [],
  host: ['contract'],
  ui: ['messages', 'domain'],
  store: ['contract', 'domain'],
  sync: ['contract', 'domain', 'store'],
  documents: ['contract', 'domain', 'resources'],
  features: ['contract', 'domain', 'store', 'sync', 'documents', 'ui', 'messages', 'resources'],
  app: [
    'contract',
    'domain',
    'store',
    'sync',
    'documents',
    'features',
    'ui',
    'messages',
    'host',
    'resources',
  ],
  shell: ['contract', 'domain', 'messages'],
};

/** The last policy that fits decides: first everything is refused with the right doors named. */
const policies = Object.entries(doors).flatMap(([room, allowed]) => {
  const own = [room, ...allowed];
  return [
    {
      from: { element: { type: room } },
      disallow: { to: { element: { type: '*' } } },
      message: `${room} may import only from ${own.join(', ')} (docs/architecture.md, "Rooms")`,
    },
    { from: { element: { type: room } }, allow: { to: { element: { type: own } } } },
  ];
});

const onlyDoorToIndexedDb = {
  group: ['dexie', 'dexie-*'],
  message: 'The one door to IndexedDB is src/store.',
};
const onlyDoorToSystem = {
  group: ['node:*', 'electron', 'undici', 'tus-js-client'],
  message: 'The one door to the operating system and the network is electron/services.',
};
const pureDomain = {
  group: ['react', 'react-*', 'uuid', 'pdf-lib', 'fontkit'],
  message: 'The domain knows no React and no randomness: hand values in.',
};

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'test-results/**', 'playwright-report/**'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: [
          'src/domain/tsconfig.json',
          'src/documents/tsconfig.json',
          'src/tsconfig.json',
          'electron/tsconfig.json',
          'tests/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'electron/**/*.ts'],
    plugins: { boundaries, 'react-hooks': reactHooks },
    settings: {
      'boundaries/elements': rooms,
      'boundaries/include': ['src/**/*', 'electron/**/*', 'resources/**/*'],
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.d.ts', '.json'] } },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/store/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [onlyDoorToIndexedDb, onlyDoorToSystem] }],
    },
  },
  {
    files: ['src/store/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [onlyDoorToSystem] }] },
  },
  {
    files: ['src/domain/**/*.ts', 'src/contract/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [onlyDoorToIndexedDb, onlyDoorToSystem, pureDomain] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in as an argument.',
        },
      ],
    },
  },
  {
    // Tool configurations, and the packages that *.d.ts describe, have a default export.
    files: ['*.config.ts', 'tests/**/*.{ts,tsx}', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
