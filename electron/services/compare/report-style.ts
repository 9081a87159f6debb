import { declareProperties } from '#shared/pictures/palette';

/** How a report looks: on a screen in either theme, and on paper in the light one. */
export const reportStyle = `
:root{color-scheme:light dark;${declareProperties('light')}}
@media screen and (prefers-color-scheme:dark){:root{${declareProperties('dark')}}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:860px;padding:32px 24px 64px;background:var(--paper);color:var(--ink);font:14px/1.5 var(--font-ui);font-variant-numeric:tabular-nums lining-nums}
h1{font:600 26px/1.3 var(--font-read);margin:0 0 8px}
h2{font:600 20px/1.3 var(--font-read);margin:48px 0 8px;padding-top:12px;border-top:2px solid var(--ink)}
h3{font-size:14px;margin:28px 0 6px}
h4{font-size:14px;margin:0 0 4px}
h4 span{font-weight:600}
p{margin:6px 0;max-width:72ch;color:var(--ink-2)}
a{color:var(--accent)}
nav ul,.filters{list-style:none;margin:12px 0;padding:0;display:flex;flex-wrap:wrap;gap:6px 16px}
.filters{display:block}
.mark{display:inline-grid;place-items:center;width:18px;height:18px;border-radius:3px;font:700 11px/1 var(--font-ui);vertical-align:2px}
.mark.a{background:var(--side-a);color:var(--on-side-a)}
.mark.b{box-shadow:inset 0 0 0 1.5px var(--side-b);color:var(--ink)}
.theirs,blockquote{font-family:var(--font-read)}
.hint{color:var(--ink-3)}
code{font:12px/1.5 ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:12.5px}
th{text-align:start;color:var(--ink-3);font-weight:500;border-bottom:1px solid var(--ink-3);vertical-align:bottom}
th,td{padding:3px 8px 3px 0}
th.num{white-space:normal}
td{border-bottom:1px solid var(--line-2);vertical-align:top}
.num{text-align:end;white-space:nowrap}
td:not(.num){min-width:6em}
figure{margin:16px 0;break-inside:avoid}
figure svg{max-width:100%;height:auto;overflow:visible}
figcaption{color:var(--ink-2);font-size:12.5px}
.question{margin:16px 0;padding:12px 16px;border:1px solid var(--line-2);border-inline-start:3px solid var(--conflict);break-inside:avoid}
.said{margin:8px 0}
blockquote{margin:2px 0 0 26px;font-size:15px}
dl{margin:8px 0}
dt{font-weight:600;margin-top:8px}
dd{margin:0;max-width:72ch;color:var(--ink-2)}
footer{margin-top:48px;padding-top:12px;border-top:1px solid var(--line-2);font-size:12px}
@page{size:A4 landscape;margin:16mm}
@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}h2{break-after:avoid}h3{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}a{color:inherit;text-decoration:none}}
`;
