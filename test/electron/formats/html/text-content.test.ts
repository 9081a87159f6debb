import { expect, test } from 'vitest';
import { embeddedText, textContent } from '../../../../electron/formats/html/text-content.ts';

test('what stands between tags is kept as it is, signs by name and number among it', () => {
  expect(textContent('<p>Ann &amp; Bob</p>\r\n <p class="a>b">&#x645;&#1605;&nbsp;&unknown; 1 < 2</p>')).toBe(
    'Ann & Bob\n مم\u00a0&unknown; 1 < 2',
  );
});

test('comments and what stands outside of the body are left out, scripts and styles are kept as they are written', () => {
  const page =
    '<!doctype html><html><head><title>T</title></head><body id="x">a<!-- <b>no</b> --><script>1 < 2 && "<b>"</script>b<noscript><i>c</i></noscript></body>\n</html>';
  expect(textContent(page)).toBe('a1 < 2 && "<b>"b<i>c</i>\n');
});

test('a number that is no character stays as it is written', () => {
  expect(textContent('&#0; &#xD800; &#1114112;')).toBe('&#0; &#xD800; &#1114112;');
});

test('a page that is shown within another has the text of its head, and a line end for each <br>', () => {
  const page = '<html><head><title>Pier</title></head><body><p>Ann<br/>met<BR> Bob</p></body></html>';
  expect(embeddedText(page)).toBe('PierAnn\nmet\n Bob');
  expect(textContent(page)).toBe('Annmet Bob');
});
