/** The style sheet of the page: light and dark by custom properties, readable from a phone to print. */
import { chartProperties, chartRules } from "./chart/index.ts";

export const pageStyle = `
:root{color-scheme:light dark;${chartProperties.light}--shade:#f5f6f8;--bad:#b02a1c;--link:#1558a8}
@media (prefers-color-scheme:dark){:root{${chartProperties.dark}--shade:#1c2127;--bad:#ff8f7f;--link:#7db8f5}}
*{box-sizing:border-box}
html{scroll-padding-top:3.2rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
a{color:var(--link)}
main,header,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.4rem}
.kicker{color:var(--soft);font-size:.85rem;margin:0 0 .3rem}
h1{font-size:1.85rem;line-height:1.2;margin:0 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;line-height:1.25;margin:0 0 .8rem}
h3{font-size:1rem;margin:1.8rem 0 .4rem}
p{margin:.5rem 0;max-width:46rem}
.soft,.note{color:var(--soft)}
.note{font-size:.87rem}
.verdict{border:1px solid var(--line);border-left:5px solid var(--link);border-radius:6px;background:var(--shade);padding:1rem 1.2rem;margin:1.4rem 0 .4rem}
.verdict.no{border-left-color:var(--bad)}
.verdict .say{font-size:1.25rem;line-height:1.35;font-weight:600;margin:0 0 .6rem;max-width:none}
.verdict dl{margin:0;display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;font-size:.9rem}
.verdict dt{color:var(--soft)}.verdict dd{margin:0}
.tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:.8rem;margin:1rem 0;padding:0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:6px;padding:.7rem .9rem}
.tiles .what{color:var(--soft);font-size:.82rem;display:block}
.tiles .much{font-size:1.3rem;font-weight:600;font-variant-numeric:tabular-nums;display:block;line-height:1.3}
.tiles .more{font-size:.82rem;color:var(--soft);display:block}
nav{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--line);margin-top:1rem}
nav ul{max-width:68rem;margin:0 auto;padding:.5rem 1.25rem;display:flex;gap:1.1rem;list-style:none;overflow-x:auto;white-space:nowrap;font-size:.9rem}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
#reproduce td{overflow-wrap:anywhere}footer{overflow-wrap:anywhere}
section{padding:2.2rem 0 .4rem;border-bottom:1px solid var(--line)}
main>section:last-child{border-bottom:0}
figure{margin:1.4rem 0}
figcaption{font-weight:600;margin-bottom:.5rem}
.scroll{overflow-x:auto;max-width:100%}
svg.chart{display:block;width:100%;max-width:46rem;min-width:34rem;height:auto}svg.chart[width="336"]{max-width:23rem;min-width:21rem}
details{margin:.4rem 0 1rem}
summary{cursor:pointer;color:var(--link);font-size:.87rem}
details .scroll{max-height:26rem;overflow-y:auto;border:1px solid var(--line);border-radius:6px;margin-top:.5rem}
details thead th{position:sticky;top:0;background:var(--paper)}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.32rem .8rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
tr>:first-child{padding-left:.2rem}
details th:first-child,details td:first-child{padding-left:.8rem}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--soft)}
thead .unit{display:block;font-weight:400;color:var(--soft);font-size:.82rem}
th.number,td.number{text-align:right}td.number{white-space:nowrap}
thead th.number{max-width:7.5rem}td.words:last-child{min-width:11rem}
tbody th{font-weight:400}
tbody tr:last-child>*{border-bottom:0}
table.facts th{white-space:nowrap}table.facts td.number{font-weight:600}table.facts td:last-child{color:var(--soft)}
#assumptions table{width:100%;font-size:.82rem}#assumptions th,#assumptions td{padding-left:.45rem;padding-right:.45rem}#assumptions th[scope=row]{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.74rem;white-space:nowrap}#assumptions td:nth-child(6){white-space:nowrap}
#assumptions td:nth-child(5){min-width:14rem}#assumptions td.words:last-child{min-width:0}
.jump{display:flex;flex-wrap:wrap;gap:.4rem;padding:0;list-style:none;margin:.6rem 0}
.jump a{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:.15rem .75rem;font-size:.85rem;text-decoration:none}
pre{background:var(--shade);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;overflow-x:auto;font-size:.85rem}
footer{color:var(--soft);font-size:.85rem;padding-top:1.4rem;padding-bottom:3rem}
@media (max-width:40rem){.tiles{grid-template-columns:repeat(2,1fr)}body{font-size:15px}h1{font-size:1.5rem}header{padding-top:1.4rem}.verdict .say{font-size:1.1rem}.verdict dl{grid-template-columns:1fr;gap:.05rem}.verdict dd{margin-bottom:.4rem}th,td{padding:.3rem .55rem}table.facts,table.facts tbody{display:block}table.facts tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--line);padding:.2rem 0}table.facts th,table.facts td{border:0;padding:.1rem .2rem}table.facts td:last-child{grid-column:1/-1;min-width:0}table.facts td:empty{display:none}}
@media print{nav{display:none}section{break-inside:auto}figure,table{break-inside:avoid}details .scroll{max-height:none}}
${chartRules}
`;
