/** The part of it that our tests ask; it comes without types. */
declare module 'structured-data-testing-tool' {
  type Tested = { test: string };
  export function structuredDataTestHtml(
    html: string,
    options: { presets: unknown[]; schemas: string[] },
  ): Promise<{ passed: Tested[]; failed: Tested[]; warnings: Tested[] }>;
}
declare module 'structured-data-testing-tool/presets.js' {
  export const Google: unknown;
}
