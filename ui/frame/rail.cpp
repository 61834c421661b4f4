// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "ui/shared/icons.h"

#include <QAbstractButton>
#include <QFontMetricsF>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int doorWidth = Metrics::railWidth - 5;
constexpr int doorHeight = 44;
constexpr int pictureSize = 16;

// A picture over a word.
class Door final : public QAbstractButton {
public:
    Door(Icon picture, const QString &title, QWidget *parent)
        : QAbstractButton(parent)
        , m_picture(picture)
    {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(doorHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(hasFocus() ? c.accent : Qt::transparent);
        painter.setBrush(isChecked()          ? c.selectedRow
                : isEnabled() && underMouse() ? c.hover
                                              : QColor(Qt::transparent));
        painter.drawRoundedRect(outline, Metrics::controlRadius, Metrics::controlRadius);
        const QColor colour = isChecked() ? c.running.onSelected : c.quiet.text;
        paintIcon(painter, QRect(0, 7, width(), pictureSize), m_picture, colour);
        painter.setPen(colour);
        painter.drawText(QRect(0, 25, width(), 15), Qt::AlignCenter, text());
    }

private:
    Icon m_picture;
};

// One size for all, at which the longest word in this language fits.
QFont doorFont(const QStringList &titles)
{
    QFont font = themeFont(TextSize::Small);
    const auto fits = [&font](const QString &title) {
        return QFontMetricsF(font).horizontalAdvance(title) <= doorWidth - 1;
    };
    while (font.pointSizeF() > 6 && !std::all_of(titles.begin(), titles.end(), fits))
        font.setPointSizeF(font.pointSizeF() - 0.25);
    return font;
}

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", u"rail"_s);
    setFixedWidth(Metrics::railWidth);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 7, 2, 7);
    layout->setSpacing(4);

    const std::pair<Icon, QString> doors[]
        = { { Icon::Deploy, tr("Deploy") }, { Icon::Repository, tr("Repository") },
              { Icon::Rollouts, tr("Rollouts") }, { Icon::Actions, tr("Actions") },
              { Icon::Types, tr("Types") }, { Icon::Server, tr("Server") } };
    QStringList titles;
    for (const auto &[picture, title] : doors)
        titles << title;
    for (const auto &[picture, title] : doors) {
        auto *const door = new Door(picture, title, this);
        door->setFont(doorFont(titles));
        door->setChecked(picture == Icon::Deploy);
        door->setEnabled(picture == Icon::Deploy);
        door->setToolTip(door->isEnabled() ? tr("Targets, distribution sets and what they install")
                                           : tr("%1 comes with a later version").arg(title));
        layout->addWidget(door);
    }
    layout->addStretch(1);
}

} // namespace falconer
