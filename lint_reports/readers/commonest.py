"""The commonest characters of official Chinese prose, which tell text from mojibake.

Bytes that are read in the wrong encoding give Chinese characters too, but rare ones: of text read rightly about 85 % of
the characters stand here, of text read wrongly hardly one in ten. The characters were counted in some 500 government
reports, laws and notices; they are in the order of how often they occur.
"""

from __future__ import annotations

SIMPLIFIED = (
    "的业建和发全展化设新大工进人实市产加一国力政区民中推动生作城务行成会制高等增强体地保改理以经提项重开"
    "资持合有农公施法个年企家定创社用能上为水目主治规机要入在快基管平好济面三不长省服点现村造深级完第度出"
    "坚十部育心事代技品文质革对安关万程升条通应量府标元学是系方科环五支各投位本优共性商场善金活效范二到分"
    "办续构态划步域路教总源四亿乡党境落集立物我决园领监院防批收营当向群同型自利员整融放医更外电与下结统稳"
    "镇护导特计县时任权期交口准达积色费引及小策转委信调打取道做得运内示明线协抓术精件争居门众健综极流者就"
    "责网战台解联风了障专数海处多促组率消供们式表依题可际其干扩单确义所督职接游培过广问格严意老旅突试查控"
    "值险前案绿于求先础或局贫审山次养户形模房议两指江气速六百南果研清州势均车之配污节预团河把住来兴并东织"
    "情备正财比美康断检核照固贸执子着央认略证林益困土带验扶类校使报列破西间功卫思置才复疗智低名后筹难头层"
    "排招聚察食空由减日易神港需变常记额围律税别八按息助最据继习相届起种价超想切评链措铁承违贯七补真受药攻"
    "举双近获里北传努九他从染首天字款约移显布识彻反阳让参盖无紧书励请扎覆都挥湖装牌军然惠启降千必将算序原"
)

# What the above become in Traditional script, and what is common in Taiwan's regulations besides.
TRADITIONAL = (
    "業發設進實產國區動務會強體經項開資農個創爲規機濟長點現級堅質對關萬條應標學環優場範辦續構態劃總億鄉黨"
    "決園領監營當羣員醫電與結統穩鎮護導計縣時權準達積費轉調運內線協術爭門衆綜極責網戰臺聯風專數處組們題際"
    "幹擴單確義職遊過廣問嚴試險綠於礎貧審養戶議兩氣勢車節預團來興並東織備財斷檢貿執認證帶驗類報間衛復療後"
    "籌難頭層減變記額圍稅別據繼習屆種價評鏈鐵違貫補藥舉雙獲裏傳從約顯識徹陽讓參蓋無緊書勵請揮裝軍啓將為眾"
    "汙著裡啟申漁未築限船轄直止葬具告殯師罰幣該許託訓月存訂除練司券焰稱料停廠知畫登至測給附墓鍰廢郵屬如身"
    "予非但令股契簡銷付負則勞滿載租繳"
)

MARKS = "，。、；：？！（）《》〈〉「」『』“”‘’—…·．％〔〕【】～①②③④⑤⑥⑦⑧⑨⑩〇\u3000"

COMMONEST = frozenset(SIMPLIFIED + TRADITIONAL + MARKS)
