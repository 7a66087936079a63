/// How a report looks: on a screen, and on A4.
enum ReportStyle {
  /// The style sheet; it holds none of the letters that markup must escape.
  static let sheet = """
    body{font:16px/1.5 "Be Vietnam Pro","Noto Sans","DejaVu Sans",system-ui,sans-serif;color:#1b1b1b;
    background:#fff;max-width:62rem;margin:0 auto;padding:1rem 1.25rem 4rem}
    h1{font-size:1.9rem;line-height:1.2;margin:1rem 0 .3rem}
    h2{font-size:1.4rem;line-height:1.25;margin:2.6rem 0 .6rem;padding-top:.6rem;
    border-top:3px solid #1f4e79}
    h3{font-size:1.1rem;margin:1.6rem 0 .4rem}
    p{margin:.5rem 0;max-width:50rem}
    a{color:#1f4e79}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1rem 0}
    dt{font-weight:600}dd{margin:0}
    .lead{font-size:1.1rem}
    .warning{border-left:5px solid #b3541e;background:#fdf3ec;padding:.6rem .9rem;max-width:none}
    .note{color:#4a4a4a;font-size:.85rem}
    figure{margin:1rem 0}figure svg{width:100%;height:auto;display:block}
    figcaption{color:#4a4a4a;font-size:.85rem;margin-top:.3rem}
    .scroll{overflow-x:auto;margin:1.2rem 0 .3rem}
    .scroll:focus-visible{outline:2px solid #1f4e79}
    table{border-collapse:collapse;width:100%;margin:0;font-size:.86rem;
    font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:700;font-size:1rem;padding:.2rem 0}
    th,td{padding:.22rem .5rem;border-bottom:1px solid #dcdcdc;vertical-align:top;text-align:left}
    thead th{border-bottom:2px solid #555;vertical-align:bottom;line-height:1.25}
    tbody th{font-weight:400}
    .t{min-width:4.5rem}tbody th.t{min-width:6rem}tbody td.t:nth-child(2){min-width:8rem}table[data-sheet=summary] tbody .t{min-width:5rem}.any{overflow-wrap:anywhere;min-width:10rem}
    .n{text-align:right;white-space:nowrap}thead .n{white-space:normal}
    code,pre{font-family:"DejaVu Sans Mono",ui-monospace,monospace;font-size:.85rem}
    pre{background:#f4f4f2;padding:.7rem .9rem;white-space:pre-wrap;overflow-wrap:anywhere}
    nav ol{columns:2;column-gap:2rem;padding-left:1.8rem}
    nav li{break-inside:avoid;margin:.15rem 0;overflow-wrap:anywhere}
    @media (max-width:45rem){
    body{padding:.6rem .8rem 3rem}
    h1{font-size:1.5rem}h2{font-size:1.2rem}
    dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
    nav ol{columns:1}
    figure{overflow-x:auto}figure svg{width:46rem}figure.curve svg{width:34rem}
    th,td{padding:.2rem .35rem}
    tbody th.t{position:sticky;left:0;background:#fff;max-width:9rem}
    }
    @page{size:A4;margin:14mm 13mm 16mm;
    @bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#4a4a4a}}
    @media print{
    body{font-size:10.5pt;max-width:none;padding:0}
    h2{break-before:page;margin-top:0}h2.run{break-before:auto;margin-top:1.6rem}
    h2,h3,caption,thead,p.lead{break-after:avoid}
    p{orphans:3;widows:3}
    .scroll{overflow:visible}
    figure,tr,.warning,table.short,tbody.first,nav li{break-inside:avoid}
    tbody.first{break-before:avoid}
    thead{display:table-header-group}
    table{font-size:8pt}a{color:inherit;text-decoration:none}
    .any{min-width:0}
    }
    """
}
