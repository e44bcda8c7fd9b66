import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const environmentOfTheCore = [
  { name: 'Date', message: 'The core has no clock: time comes in as a value.' },
  { name: 'Intl', message: 'The core has no locale: it would read differently on another machine.' },
  { name: 'console', message: 'The core does not print.' }
]

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', '**/*.mjs', 'coverage/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.config.ts'] }, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]', message: 'Report text is never HTML.' },
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Report text is never HTML.' }
      ]
    }
  },
  {
    files: ['src-core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...environmentOfTheCore],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The core has no randomness.' },
        { property: 'localeCompare', message: 'Order by code unit or division code, never by locale.' },
        { property: 'toLocaleString', message: 'The core has no locale.' },
        { property: 'toLocaleUpperCase', message: 'The core has no locale.' },
        { property: 'toLocaleLowerCase', message: 'The core has no locale.' }
      ]
    }
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }]
    }
  },
  {
    files: ['tests/**/*.{ts,tsx}', '*.config.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off'
    }
  }
)
