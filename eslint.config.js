import prettier from 'eslint-config-prettier/flat'
import importSort from 'eslint-plugin-simple-import-sort'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

// Prettier leaves long strings, addresses and comments as they are.
const LINES = { code: 120, template: 120, ignoreUrls: true, ignoreRegExpLiterals: true }

// Prettier decides how code is laid out; ESLint how it is written, how imports are sorted, and how long a line is.
export default ts.config(
  { ignores: ['dist', 'node_modules', '.slidev', '**/*.md'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    plugins: { 'import-sort': importSort },
    languageOptions: {
      parserOptions: {
        parser: ts.parser,
        extraFileExtensions: ['.vue'],
        // No rule asks for the names that a library declares, which would be listed for every expression of a template.
        lib: [],
        // Nor for what a comment documents.
        jsDocParsingMode: 'none',
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'eqeqeq': ['error', 'smart'],
      'import-sort/exports': 'error',
      'import-sort/imports': 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      // Layouts are named as an author writes them in a slide's frontmatter.
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/max-len': ['error', LINES],
    },
  },
  // What a test gives or expects is one text, and its title one sentence.
  {
    files: ['tests/**'],
    rules: { 'vue/max-len': ['error', { ...LINES, ignoreStrings: true, ignoreTemplateLiterals: true }] },
  },
  // The command line is where words go to the terminal.
  {
    files: ['commands/**', 'bench/**', 'building/temporary-folder.mjs', 'setup/virtual-workshop.ts'],
    rules: { 'no-console': 'off' },
  },
)
