"""The words of the chapter: what each section must tell, the same numbers in all languages, and each language's marks and spaces."""

import re

import pytest

from builder.pages.chapters import LANGUAGES

from ...helpers.chapter import body, numbers, prose, sections

ANCHORS = list(sections("en"))
LATIN = ("en", "es", "fr")
LATIN_NAMES = {
    "": "Lovelace; Babbage; Jacquard; Menabrea; Greig; Turing",
    "birth-and-rebirth": "McCulloch; Pitts; Turing; Hebb; Rosenblatt; Mark 1; Minsky; Papert; Rumelhart; Hinton; Williams",
    "more-layers": "Cybenko",
}
NAMES = {
    "birth-and-rebirth": "SVM; LSTM; ImageNet; 1. *; 2. *; 3. *",
    "activation-function": "ReLU",
    "classification": "softmax",
    "handwritten-digits": "MNIST",
    "further-reading": "Nielsen; Kurenkov; Abdelraouf; Welch Labs",
}
TERMS = {
    "en": {
        "": "imitation game; Turing test; artificial intelligence; Machine learning; deep learning; calculus of the nervous system; Analytical Engine",
        "birth-and-rebirth": "B-type; perceptron; backpropagation; convolutional; recurrent; AI winters; support vector machine; reasons",
        "from-linear-classifiers-to-neurons": (
            "Regression; Classification; weight; bias; linear classifier; straight line"
        ),
        "activation-function": "sigmoid; derivative; slope; squashes",
        "layers": "input layer; hidden layer; output layer; single output value; parameters; matrix; vector",
        "regression": "forward propagation; feed-forward; target; squared error; loss",
        "more-layers": "universal approximation; hidden layer; interaction; feature; gradient; vanishing gradients",
        "classification": "threshold; one output neuron for each; largest output",
        "handwritten-digits": "label; pixel; overfitting",
    },
    "es": {
        "": "juego de la imitación; prueba de Turing; inteligencia artificial; aprendizaje automático; aprendizaje profundo; cálculo del sistema nervioso; máquina analítica",
        "birth-and-rebirth": "tipo B; perceptrón; retropropagación; convolucional; recurrentes; inviernos de la IA; máquinas de vectores de soporte; razones",
        "from-linear-classifiers-to-neurons": "regresión; clasificación; peso; sesgo; clasificador lineal; recta",
        "activation-function": "sigmoide; derivada; pendiente; Comprime",
        "layers": "capa de entrada; capas ocultas; capa de salida; un solo valor de salida; parámetros; matriz; vector",
        "regression": "propagación hacia delante; prealimentadas; objetivo; error cuadrático; pérdida",
        "more-layers": "aproximación universal; capa oculta; interacción; rasgo; gradiente; desvanecimiento del gradiente",
        "classification": "umbral; una neurona de salida por cada una; la salida más alta",
        "handwritten-digits": "etiqueta; píxel; sobreajuste",
    },
    "fr": {
        "": "jeu de l’imitation; test de Turing; intelligence artificielle; apprentissage automatique; apprentissage profond; calcul du système nerveux; machine analytique",
        "birth-and-rebirth": "type B; perceptron; rétropropagation; convolutif; récurrents; hivers de l’IA; machines à vecteurs de support; raisons",
        "from-linear-classifiers-to-neurons": "régression; classification; poids; biais; classifieur linéaire; droite",
        "activation-function": "sigmoïde; dérivée; pente; ramène",
        "layers": "couche d’entrée; couches cachées; couche de sortie; une seule valeur de sortie; paramètres; matrice; vecteur",
        "regression": "propagation avant; feed-forward; cible; erreur quadratique; perte",
        "more-layers": "approximation universelle; couche cachée; interaction; caractéristique; gradient; disparition du gradient",
        "classification": "seuil; un neurone de sortie par classe; la plus grande",
        "handwritten-digits": "étiquette; pixel; surapprentissage",
    },
    "zh": {
        "": "洛夫莱斯; 巴贝奇; 雅卡尔; 梅纳布雷亚; 格雷格; 图灵; 模仿游戏; 图灵测试; 人工智能; 机器学习; 深度学习; 神经系统的演算; 分析机",
        "birth-and-rebirth": (
            "麦卡洛克; 皮茨; 图灵; B 型; 赫布; 罗森布拉特; 感知机; 明斯基; 佩珀特; 鲁梅尔哈特; 辛顿; 威廉姆斯; 反向传播; 卷积网络; 循环网络; 寒冬; 支持向量机; 理由"
        ),
        "from-linear-classifiers-to-neurons": "回归; 分类; 权重; 偏置; 线性分类器; 直线",
        "activation-function": "Sigmoid 函数; 导数; 斜率; 压到",
        "layers": "输入层; 隐藏层; 输出层; 只有一个输出值; 参数; 矩阵; 向量",
        "regression": "前向传播; 前馈网络; 目标值; 平方误差; 损失",
        "more-layers": "西本科; 通用近似; 隐藏层; 交互作用; 特征; 梯度; 梯度消失",
        "classification": "阈值; 每个类别配一个输出神经元; 输出最大",
        "handwritten-digits": "标签; 像素; 过拟合",
    },
    "ko": {
        "": "모방 게임; 튜링 테스트; 인공지능; 기계 학습; 딥러닝; 신경계의 계산법; 해석기관; 신경망",
        "birth-and-rebirth": "B형; 퍼셉트론; 역전파; 합성곱; 순환; AI의 겨울; 서포트 벡터 머신; 트랜스포머; 이유",
        "from-linear-classifiers-to-neurons": "회귀; 분류; 가중치; 편향; 선형 분류기; 직선",
        "activation-function": "시그모이드; 도함수; 기울기; 압축",
        "layers": "입력층; 은닉층; 출력층; 출력값은 하나뿐; 매개변수; 행렬; 벡터",
        "regression": "순전파; 순방향 신경망; 목표; 제곱 오차; 손실",
        "more-layers": "보편 근사; 은닉층; 상호작용; 특징; 그레이디언트; 기울기 소실",
        "classification": "임계값; 클래스마다 출력 뉴런을 하나씩; 출력이 가장 큰",
        "handwritten-digits": "레이블; 픽셀; 과적합",
        "further-reading": "MNIST",
    },
    "ja": dict.fromkeys(ANCHORS[:-1], "ニューラルネットワーク")
    | {
        "": "ニューラルネットワーク; チューリングテスト; 人工知能; 機械学習; ディープラーニング",
        "birth-and-rebirth": "パーセプトロン; 誤差逆伝播; 畳み込み; 再帰型; AIの冬",
        "from-linear-classifiers-to-neurons": "回帰; 分類; 重み; バイアス; 線形分類器",
        "activation-function": "シグモイド; 傾き",
        "layers": "入力層; 出力層; ベクトル; 行列",
        "regression": "順伝播; 目標値; 二乗誤差; 損失",
        "more-layers": "近似; 相互作用; 特徴; 勾配; 勾配消失",
        "classification": "出力",
        "handwritten-digits": "ラベル; ピクセル; 過学習",
        "further-reading": "MNIST",
    },
}

WRITTEN_OUT = {50, 11, 100, 1000}  # numbers that the English chapter has as words
# How much there is to read, in words, and in letters where words are not told apart.
LENGTHS = {
    "en": (2300, 6000),
    "es": (2300, 6000),
    "fr": (2300, 6300),
    "ko": (1500, 5000),
    "zh": (3800, 9000),
    "ja": (5000, 14000),
}
CJK = "\u3040-\u30ff\u4e00-\u9fff"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("anchor", ANCHORS[:-1])
def test_every_section_tells_what_it_must(lang: str, anchor: str) -> None:
    text = sections(lang)[anchor]
    tables = [NAMES, TERMS[lang], *([LATIN_NAMES] if lang in LATIN else [])]
    wanted = [word for table in tables if anchor in table for word in table[anchor].split("; ")]
    assert wanted
    assert not [word for word in wanted if word not in text]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("anchor", ANCHORS)
def test_every_section_has_the_numbers_of_the_english_one(lang: str, anchor: str) -> None:
    wanted, found = (numbers(sections(each)[anchor], each) for each in ("en", lang))
    assert wanted <= found
    assert found - wanted <= WRITTEN_OUT


def test_numbers_are_read_as_each_language_writes_them() -> None:
    assert numbers("60,000 images, 15.3 % of 86 billion in the 1990s", "en") == {60_000, 15.3, 86e9}
    assert numbers("60\u202f000 images, 15,3\u00a0% de 86 milliards", "fr") == {60_000, 15.3, 86e9}
    assert numbers("20 世纪 90 年代的 6 万幅图像，860 亿的 15.3%", "zh") == {60_000, 15.3, 86e9}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chapter_is_neither_thin_nor_endless(lang: str) -> None:
    words = rf"[{CJK}]" if lang in ("zh", "ja") else r"[^\W\d_][\w’'-]*|\d+"
    least, most = LENGTHS[lang]
    assert least <= len(re.findall(words, prose(body(lang)))) <= most


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quotation_marks_and_apostrophes_are_curved(lang: str) -> None:
    assert not re.findall(r".{0,20}[\"'].{0,20}", prose(body(lang)))


@pytest.mark.skipif("fr" not in LANGUAGES, reason="no such chapter yet")
def test_french_marks_stand_apart_from_their_words_and_never_alone() -> None:
    text = prose(body("fr"))
    assert not re.findall(r".{0,20}(?:(?<!\u00a0)[;:!?»%]|«(?!\u00a0)).{0,20}", text)
    assert not re.findall(r"\d[  ]\d{3}", text)


@pytest.mark.parametrize("lang", [lang for lang in ("zh", "ja") if lang in LANGUAGES])
def test_marks_are_as_wide_as_the_letters_beside_them(lang: str) -> None:
    assert not re.findall(rf".{{0,10}}(?:[{CJK}] ?[,;:?!()]|[,;:?!()] ?[{CJK}]).{{0,10}}", prose(body(lang)))
