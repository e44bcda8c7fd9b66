/** Paper and ink of the window's light look, and rules for print. */
export const pageStyle = `
:root{color-scheme:light;--paper:#fbfaf7;--sheet:#fff;--line:#e4e0d8;--line-strong:#cfc9bd;--ink:#1f1d1a;--ink-2:#5d584f;--ink-3:#6f695f;--machine:#2f5d7c;--machine-soft:#e4eef4;--hand:#b3372b;
--serif:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif;--sans:"Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
*{box-sizing:border-box}
body{margin:0;padding:24px;background:var(--paper);color:var(--ink);font:13px/1.6 var(--sans)}
h1{font:700 22px/1.4 var(--serif);margin:0 0 8px}
h2{font:700 16px/1.4 var(--serif);margin:32px 0 8px}
thead th:first-child{border-left:4px solid transparent}
.legend{margin:4px 0 0}
.legend span{margin-right:12px}
nav a{color:var(--machine);margin-right:12px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;background:var(--sheet);border-block:2px solid var(--ink)}
th,td{padding:8px 12px;vertical-align:top;text-align:left;border-bottom:1px solid var(--line);overflow-wrap:anywhere;white-space:pre-line}
thead th{border-bottom:1px solid var(--ink);font-weight:700;white-space:normal;vertical-align:bottom;min-width:4em}
thead small{display:block;font-weight:400;color:var(--ink-2)}
tbody th{font-weight:700;min-width:6em;border-left:4px solid var(--theme,transparent)}
table.quotations{min-width:100%}
th.quotations,td.quotations,td.absent{min-width:280px}
td.count,td.decimal,td.percent,td.ratio,th.count,th.decimal,th.percent,th.ratio{text-align:right;font-variant-numeric:tabular-nums}
td.text{min-width:4em}
table.summaries td.text{min-width:200px}
td.code{font-family:ui-monospace,monospace}
tr.total>*{border-top:1px solid var(--ink-3);color:var(--ink-2)}
figure{margin:0 0 12px}
figure:last-child{margin:0}
blockquote{margin:0;font:15px/1.8 var(--serif);white-space:pre-line}
figcaption{color:var(--ink-3);font-size:11px}
.absent span{display:inline-block;padding:4px 12px;border:1px dashed var(--line-strong);color:var(--ink-3)}
.judged span{border-style:solid;border-color:var(--hand);color:var(--hand)}
.shared{border-bottom:1.5px dotted var(--ink-2)}
.target{background:var(--machine-soft);color:var(--machine)}
.programme{font-weight:700}
.notes{color:var(--ink-2);font-size:12px;padding-left:1.4em}
@page{size:A4 landscape;margin:14mm}
@media print{body{padding:0;background:none;font-size:9pt}nav{display:none}.scroll{overflow:visible}thead{display:table-header-group}section{break-before:page}section:first-of-type{break-before:auto}
figure,li{break-inside:avoid}h2{break-after:avoid}blockquote{font-size:10pt;line-height:1.6}th.quotations,td.quotations,td.absent{min-width:0}*{print-color-adjust:exact}}
`
