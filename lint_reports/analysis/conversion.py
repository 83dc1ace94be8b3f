"""What the dictionaries of OpenCC say of single characters, so that few documents need the dictionaries.

Loading those from Simplified to Traditional takes 50 ms, those between shapes of Traditional characters 40 ms. What is
here is taken from OpenCC 1.4; `tests/analysis/test_conversion.py` compares it with the installed one.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Alone(NamedTuple):
    """What a Simplified character is by itself in Traditional script.

    Attributes:
        written: the character.
        before, after: characters before and after it with one of which words begin or go on that may be written
            otherwise. Of every such word one is there.
    """

    written: str
    before: str
    after: str


_ALONE = {
    "面": Alone(
        "面",
        (
            "丁下丝仁仔伊便冬冷凉刀利制削力卤发吃吞味和喱喳块壮子学完宽寿小尚层崎工带干府建弄心意扒扯抻担拉拌拨挂"
            "捏捞捵排揉揸搋擀旋春杂杯板柳棒椒死水汤油沾泡泼洋液溲炆炒烧烩烫焖焗煎煮球白直码硬碗筋管米粉粗粥细罗羹"
            "耳肉肝肠脚腩腿舌花茄茶荞莜菜蒸虾蛋豆辣过速酱锅锦须食饨骨鱼鲜鳝鸡麦黑龙"
        ),
        "人价儿包厂团坊坯塑子店房所摊杖条棍汤浆灰点疙皮码碗票筋粉糊缸肥茶酱霸食饺饼馆",
    ),
    "准": Alone(
        "準",
        "允只呈官恩批核案照特田皆获计隆",
        "三下不书予他以伏你保假入决奏她它将尉我折普此没的算翻考许谁问",
    ),
    "后": Alone(
        "後",
        "三仔仙侯元双吕周夏天太妖封川帝废影望歌武母王球甄登皇美群舞艳蚁蜂西贤贺贾韦风马齐",
        "丰冠北发土妃安帝平海王皇稷羿角辛辟里",
    ),
    "里": Alone(
        "裏",
        (
            "一丁七万三下东乃乌乐九乡二于五亚什仓伊伯余佳傅元克八公六内几凯切列劈加勒勿北十千卅半卌华南卡古右各吉"
            "同后哈哥哲喀嘉四回图坡坨埃城埔基塘墟多大奇奥子安宫富尤居山川州左巴布希干平庇库底康廿弗归得德惠戚房扎"
            "托拉提摩政故数斯方旋日易普曹朔本朱村杜杰柯树格梅梓榭欧步武毛波泽洛洲海涅溪滴牖特玉珂瑞瓦甪甫白百相矩"
            "碧祖神科稀穷端米糊纪纳织绘美羑耶胡艾苏英范荣莫萨葛董蒿街西角诺谢谷贝费赛路蹀达返迪道邑邻醋里锦闾阙阿"
            "隆霍颟马麻龙"
        ),
        (
            "乘乡亚人仁侯傒克党兹加包历名君图士夫奇契奥姆宰尔尼居屯山岛巴巷布希平弄弗扣拉数斯时昂望木根格欧正氏民"
            "活港湖漏特班瓦甲社科程约纳维美老者耳肌胥舍蒙藏西计语诺谈谚豪贝贾路达邻镇长门闬闾雅雪鹏"
        ),
    ),
    "干": Alone(
        "幹",
        (
            "一不东中丹乌乳于井什会何余偎儿先全冻分刚别刺努包十半卜去发口可吃吸吹咽唇喉喝圆墨天太奉好如子宋察射尔"
            "就已布干弄待很得德快才打扫抗抹抽担拉拖拧拭拾捞推揩搭擦斯旋无日旱晒晾未朱李杏杯松林果枝枣枯染查柿栏桃"
            "桑桔桢梅梨梿楂榄榨比气水江没沥河泪洗流海涸渐滴烘烤烧焙焦煨王玛瓜白盟目相眼磁稍站笋糕绞翁肉腐自舌舔若"
            "莓莫莲菜萄萝蒸蕉虾蛏蛮谁豆长阑阴频风食饼香马鱼黄齐"
        ),
        (
            "一不与丝两个乔了云井产亲人休伸儿冒冰冷净凉几凯刍制刻剥区卦卿县又台号吊呕周和咳咽哑哕哥哭唱啤啼嚎回图"
            "圆土地坐坛坞城堂塘女奴妈妹姊姐姜姬娘子季宅将尸尽屎巴布干年式弟得急性戈戚扁手打扰折拌挠捞掉撂撇擦支政"
            "数料断旦旱时暖曜材村杯果枝枯柴梅此死毛池沟没洗涉涩涸渴湿溪滩漆灯炒点烧热焦煸熬燥爸爹爽片犯球生田电疥"
            "瘦瘪瘾癣白的眼着瞪硬碍礼禄稿站笑等篾粉粮糇系红纲纳结绷而耗肉股肥脆花苔茨茶草菜落薪虔血衣裂誉诺谒象贝"
            "货躁过这连透造逼邑那酪酵醋重量锅镇闼阿雷霍面预颡饭馆馏驿鱼鲜"
        ),
    ),
    "发": Alone(
        "發",
        (
            "一丝个之乌乱亮似假其养冠净剃削剪华危卷吹垂墨头如妆完容寸封怒总恩截戴护披抿拔括捉换掉握揪擢散断晞束染"
            "栉梳植次毛毫波洋洗浓润湿灰烫燎理生甩留白皓直短碎祝秀秃秋穷素红结绾绿编美肤胎脏脱花苍落蒜蓄蓝蓬薙被辫"
            "逋金银长须额髡鬈鬒鬓鹄鹤黄黑齿"
        ),
        (
            "上丝为乱乳佯修光剂匠匪卡卷厅吐员圈型头夹套女如妻姐尾屋已师带店座廊式引指挽旋族束根梢梳水油漂状用癣皆"
            "短碧禁笺箍簪素纱结缨网肤胶脚腊色苔药菜蜡质踊辫量针钗长间际院雕霜顶须饰香髻鬓"
        ),
    ),
    "须": Alone(
        "須",
        "云六刮剃卷发字拂拈拔捻排揪无根溜焚生电白短米紫红羊胡莲蓄虎虬虾触银长须颊髭鲸黄黑龙",
        "发后子根毛生眉胡须髯鲨鲸",
    ),
    "谷": Alone(
        "谷",
        "不九五六包嘉嚼土川布年息戬打扬拟拨晒殖水田百禾种秕积稻米脆臧舂辟钱阳馆鲜",
        "人仓保圭场城壳子日旦机梁氨物皮神穗米类粉粒糠舱苗草贱贵道阳雨风食",
    ),
    "松": Alone(
        "松",
        "一不了似内发变可嘴外太宽弄很惺懈手拧放旋时松毛浮疏皮稀精翻肉膨蒙蓬轻过酥髼鬅鱼",
        "一下不了些元出动劲发口喉土垮宽开弛得快懈手扣掉放散松柔毛气油浮狮管糕紧绑缓脆脱自蛋解起软通饼",
    ),
    "郁": Alone(
        "鬱",
        "卢坤基姜富曹朱林浓淑翁芳邱郁醇钟锺陈香馥高魏黄",
        "哉多朴李烈离穆达迦郁馥",
    ),
    "丑": Alone(
        "醜",
        "丁乙大女孙小己文末武癸辛",
        "三年日旦时月牛角",
    ),
    "范": Alone(
        "範",
        "友夫小张斯曹王行",
        (
            "仲伦佩光公冰县叔可各哈嘉国坝增士太姜家宽寨小尼履岗张德志忠戈成文斯晓晔村桥植楼欣正氏洪湘特玮琪甘登皓"
            "筱纲织绮罗范营蠡进逸里镇阳陈集雎靖"
        ),
    ),
    "于": Alone(
        "於",
        "于伊位刑单友合夏子廖彭淳王袁鲜",
        (
            "丹于仁从会伟余佳光克冕军凌凤勒化占双台右吉品嗟国坚大天奇姓娜娟子孔学家寘小尔山帅幼广康式归徐微德志思"
            "慎慧成振敏斌斯明晨晴杰树根格欣正永汉江波泽洪浩海涛湘特玉田禁秀素若荫蜚衡西谦贝赠越远道都里阗震靖韦风"
            "飞馀默"
        ),
    ),
    "愿": Alone(
        "願",
        "乡咒清许",
        "朴而",
    ),
    "采": Alone(
        "採",
        (
            "下丰为之五俪倒偢光兼发可右吴喝多大姚姿完寮尼展康廷异得情打扬捋文有杨江没甯神符精纳结花菲蓝蟠褒讨词辞"
            "郭采重错门闵风"
        ),
        "光克兰及地堂声多头女椽烈石绿缉色芑芹苓菽葛薇薪蘩衣诗邑采风",
    ),
    "咨": Alone(
        "諮",
        "周",
        "",
    ),
    "并": Alone(
        "並",
        "一三不乱交侵催兼合吞归忙打撤火狂相简罪裁购逼",
        "一不与为产入兼到力卷发叠合名吞州成拢案火症科纱线网肩购赃除骨",
    ),
    "余": Alone(
        "餘",
        "伯余匀大小徐新曹由简莫郑",
        "三上余光兰发吾天姓威子宪市思政文月歌灿炳珮男碧秀秉筱苑英贤车雪",
    ),
}

_CHANGING_TOO = (
    "㓰㳽䌽䙓䦆䩄仇仿侭借吣坐堤夫拿斤斫昵果檗浚渖澄焰琅稆穗筱緼縆缐耇背藤藴讬谘豆象輼迳醖钜锺镟馀麹麺麽"
    "𢧐𢭏𧹒𧹔𩨂𪠽𪨧𪪏𫍝𫍿𫔀𫔭𫔮𫖕𫖸𫗫𫗭𫗯𫛲𫜩𫫇𬞟𰻝"
)
"""Characters that change although no Traditional one becomes them."""

_SHAPES = (
    dict(
        zip(
            "僞啓喫嫺嬀峯幺棱樑檐污泄潙潨爲牀痹癡皁着睾祕竈糉繮纔羣脣蔘蔿衆裏覈踊鉢鍼鮎麪齶",
            "偽啟吃嫻媯峰么稜梁簷汙洩溈潀為床痺痴皂著睪秘灶粽韁才群唇參蒍眾裡核踴缽針鯰麵顎",
            strict=True,
        )
    ),
    dict(
        zip(
            "僞兌叄喫囪媼嬀悅慍戶挩搵敓敘柺梲棱榲檯氳涗溫溼潙潨熅爲癡皁祕稅竈糉縕纔脣脫膃臥臺菸蒕蔥蔿蘊蛻衆衛覈說踊轀醞鉢鉤銳鍼閱鰮",
            "偽兑叁吃囱媪媯悦愠户捝揾敚敍枴棁稜榅枱氲涚温濕溈潀煴為痴皂秘税灶粽緼才唇脱腽卧台煙蒀葱蒍藴蜕眾衞核説踴輼醖缽鈎鋭針閲鰛",
            strict=True,
        )
    ),
)
"""The shapes of Traditional characters in Taiwan and in Hong Kong."""


def traditional_at(text: str, offset: int) -> str | None:
    """What the dictionaries write for a character of a Simplified text; `None` if they have to be asked."""
    alone = _ALONE.get(text[offset])
    # What stands before the text or after it is the empty string, which is in every other.
    if alone is None or text[offset - 1 : offset] in alone.before or text[offset + 1 : offset + 2] in alone.after:
        return None
    return alone.written


@cache
def _changing() -> frozenset[str]:
    from lint_reports import simplified  # Traditional documents have loaded it already

    return frozenset(simplified.SIMPLIFIED + _CHANGING_TOO)


def may_change(char: str) -> bool:
    """Whether the dictionaries write a Simplified character otherwise in Traditional script, alone or in a word."""
    return char in _changing()


def same_character(one: str, other: str) -> bool:
    """Whether two characters are one in Traditional script, or shapes of it in different places: 為 and 爲."""
    if one == other:
        return True
    one, other = _unified(one), _unified(other)
    return any(shapes.get(one, one) == shapes.get(other, other) for shapes in _SHAPES)


def _unified(char: str) -> str:
    """The character that Unicode has once more for the sake of other sets."""
    if not ("\uf900" <= char <= "\ufaff" or char >= "\U0002f800"):
        return char
    from unicodedata import normalize  # few documents have any

    return normalize("NFC", char)
